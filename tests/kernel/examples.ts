import { printExample } from '../../src/api/examples.ts';
import { examples } from '../../src/core/examples/index.ts';

/** An example with its parameters as they are by default. */
export type DefaultExample = {
  readonly id: string;
  /** As it is once its commands have changed it. */
  readonly manifest: string;
  /** The commands that show the sharing. */
  readonly commands: readonly string[];
};

export const defaultExamples: readonly DefaultExample[] = examples.map((example) => {
  const values = Object.fromEntries(
    example.parameters.map((parameter) => [parameter.name, parameter.default]),
  );
  const { id, build, afterwards = build, show } = example;
  return { id, manifest: printExample(afterwards(values)), commands: show(values) };
});

/** Examples that no node of these tests can run, with the reason. */
export const exceptions: Readonly<Record<string, string>> = {
  'user-namespace':
    'hostUsers: false needs containerd 2.0; 1.6 does not know the field and would use the namespace of the node.',
};
