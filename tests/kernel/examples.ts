import { examples } from '../../src/core/examples/index.ts';
import { printManifest } from '../../src/formats/manifest.ts';

/** An example with its parameters as they are by default. */
export type DefaultExample = {
  readonly id: string;
  readonly manifest: string;
  /** The commands that show the sharing. */
  readonly commands: readonly string[];
};

export const defaultExamples: readonly DefaultExample[] = examples.map(({ id, parameters, build, show }) => {
  const values = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default]));
  return { id, manifest: printManifest(build(values).manifest), commands: show(values) };
});
