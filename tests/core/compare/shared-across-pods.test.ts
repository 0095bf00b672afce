import { comparisonOf, pod } from '../../support/compare.ts';

const using = (source: object) => ({
  volumes: [{ name: 'v', ...source }],
  containers: [{ name: 'a', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
});
const claim = using({ persistentVolumeClaim: { claimName: 'c' } });
const alone = using({ emptyDir: {} });
const [x, y, z] = ['x', 'y', 'z'].map((name) => pod(claim, name));

test.each<[string, (object | undefined)[], (object | undefined)[], string[]]>([
  ['a second Pod', [x], [x, y], ['+c x y']],
  ['a third Pod joins two', [x, y], [x, y, z], ['+c x y z']],
  ['one of three leaves', [x, y, z], [x, z], ['-c x y z']],
  ['one comes for another', [x, y], [x, z], ['+c x z', '-c x y']],
  ['the same Pods in another order', [x, y], [y, x], []],
  ['the last but one leaves', [x, y], [x, pod(alone, 'y')], ['-c x y']],
])('%s', (_, before, after, want) => {
  const [was, is] = [before, after].map((pods) => pods.filter((one) => one !== undefined));
  const { sharedAcrossPods } = comparisonOf(was ?? [], is ?? []);
  const nameOf = (id: string, pods: object[] = []) => {
    const found = pods[Number(id.split('/')[0])];
    return found && 'metadata' in found ? (found.metadata as { name: string }).name : '?';
  };
  const show = (sign: string, pods: object[] | undefined, list: typeof sharedAcrossPods.gained) =>
    list.map(
      ({ subject, members }) =>
        `${sign}${subject.split('/')[1]} ${members.map((member) => nameOf(member.pod, pods)).join(' ')}`,
    );
  expect([...show('+', is, sharedAcrossPods.gained), ...show('-', was, sharedAcrossPods.lost)]).toStrictEqual(
    want,
  );
});
