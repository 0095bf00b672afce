import { readExec } from './exec-command.ts';

test.each([
  [
    'kubectl exec web -n shop -c app -- sh -c "echo \'a b\' $((1 + 1))"',
    { container: 'app', program: ['sh', '-c', "echo 'a b' 2"] },
  ],
  ['kubectl exec deploy/web -c app -- ls', { container: 'app', program: ['ls'] }],
  ['kubectl logs web -c app', undefined],
  ['kubectl exec web -- ls -c app', undefined],
])('%s', async (line, command) => expect(await readExec(line)).toStrictEqual(command));
