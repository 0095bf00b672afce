import { podChangeOf, show } from '../../support/compare.ts';

const containers = ['a', 'b'].map((name) => ({ name, image: 'i', securityContext: { runAsUser: 1 } }));
const of = (runtimeClassName?: string) => ({
  containers,
  ...(runtimeClassName !== undefined && { runtimeClassName }),
});
const kata = 'RuntimeClass kata, maybe a sandbox';

test.each<[was: string | undefined, is: string | undefined, want: string[]]>([
  [undefined, 'kata', [`runtime a+b: the default → ${kata} at after /spec/runtimeClassName`]],
  ['kata', undefined, [`runtime a+b: ${kata} → the default at before /spec/runtimeClassName`]],
  [
    'kata',
    'gvisor',
    [`runtime a+b: ${kata} → RuntimeClass gvisor, maybe a sandbox at after /spec/runtimeClassName`],
  ],
  ['kata', 'kata', []],
  ['', undefined, []],
])(
  'another RuntimeClass makes what is shared less or more certain, in one change: %s → %s',
  (was, is, want) => {
    const { gained, lost, changed } = podChangeOf(of(was), of(is));
    expect([...gained, ...lost]).toStrictEqual([]);
    expect(changed.map(show)).toStrictEqual(want);
  },
);

test('why it matters', () => {
  const because = (was?: string, is?: string) => podChangeOf(of(was), of(is)).changed[0]?.because;
  expect(because(undefined, 'kata')).toBe(
    'RuntimeClass kata chooses the runtime: in a sandboxed one, which is not verified here, all this holds inside the sandbox, and the sandbox stands in place of the node.',
  );
  expect(because('kata', undefined)).toBe('No RuntimeClass chooses the runtime any more.');
});

test.each([
  [of('kata'), { containers: [] }],
  [{ containers: [] }, of('kata')],
])('a Pod without containers has nobody to tell of', (before, after) => {
  expect(podChangeOf(before, after).changed).toStrictEqual([]);
});
