import { fix } from '../../src/api/fix.ts';
import { renderRepair } from '../../src/formats/markdown/repair.ts';
import { defaultOptions } from '../../src/model/options.ts';

const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  shareProcessNamespace: true # for the debugger
  containers: [{ name: app, image: nginx }, { name: agent, image: busybox }]
`;

const told = (findings: readonly string[]) => {
  const repair = fix({ manifest: pod, findings }, defaultOptions);
  if (!repair.ok) throw new Error('It cannot be read');
  return renderRepair(repair.answer);
};

test('the diff, and what was written or why not', () => {
  expect(told(['shared-pid', 'host-pid'])).toBe(
    [
      '```diff',
      '--- a/manifest.yaml',
      '+++ b/manifest.yaml',
      '@@ -2,5 +2,5 @@',
      ' kind: Pod',
      ' metadata: { name: web }',
      ' spec:',
      '-  shareProcessNamespace: true # for the debugger',
      '+  # for the debugger',
      '   containers: [{ name: app, image: nginx }, { name: agent, image: busybox }]',
      '```',
      '',
      '- ✅ `0/spec#shared-pid@/spec/shareProcessNamespace`: Removes shareProcessNamespace. Each container sees its own processes only, and its program is PID 1: what reads, signals or debugs those of another stops working.',
      '- ❌ `host-pid`: Nothing was found by host-pid.',
      '',
    ].join('\n'),
  );
});

test('nothing to do', () => {
  expect(told([])).toBe('Nothing was changed.\n');
});

test('a fence in the manifest does not end that of the diff', () => {
  const fenced = pod.replace('# for the debugger', '# ```');
  const repair = fix({ manifest: fenced, findings: ['shared-pid'] }, defaultOptions);
  expect(repair.ok && renderRepair(repair.answer).startsWith('````diff\n')).toBe(true);
});
