import { printManifest } from '../../src/formats/manifest.ts';

const podOf = (...command: readonly string[]) => ({ spec: { containers: [{ name: 'yes', command }] } });

test('a command stands on one line, and words that YAML 1.1 takes for something else are quoted', () => {
  expect(printManifest(podOf('sh', '-c', 'echo "a"'))).toBe(`spec:
  containers:
    - name: "yes"
      command: ["sh", "-c", "echo \\"a\\""]
`);
});

test('a script of several lines stands as it is', () => {
  expect(printManifest(podOf('sh', '-c', 'if true; then\n  echo "a: b" # c\nfi\n'))).toBe(`spec:
  containers:
    - name: "yes"
      command:
        - sh
        - -c
        - |
          if true; then
            echo "a: b" # c
          fi
`);
});

test('lines that begin with a tab are quoted: readers in Go take it for a broken indentation', () => {
  expect(printManifest(podOf('sh', '-c', '\n\techo a\n\techo b\n'))).toBe(`spec:
  containers:
    - name: "yes"
      command:
        - sh
        - -c
        - "\\n\\techo a\\n\\techo b\\n"
`);
});

test('comments stand above members and items', () => {
  const comments = {
    '/spec': 'All.',
    '/spec/containers/0': 'The first.',
    '/spec/containers/0/command': 'Why.',
  };
  expect(printManifest(podOf('sh'), comments)).toBe(`# All.
spec:
  containers:
    # The first.
    - name: "yes"
      # Why.
      command: ["sh"]
`);
});

test('a comment that leads nowhere is a bug', () => {
  expect(() => printManifest(podOf('sh'), { '/spec/volumes/0': 'None.' })).toThrow(/volumes/);
});
