import type { Arguments, CommentedManifest, Example, Parameter } from '../core/examples/example.ts';
import { examples } from '../core/examples/index.ts';
import { printManifest } from '../formats/manifest.ts';
import { type Problem, type Result, refuse, refuseAll } from '../model/problem.ts';

/** An example with a value for each of its parameters. */
export type BuiltExample = CommentedManifest & { readonly example: Example; readonly values: Arguments };

/**
 * Builds one example. A parameter that is not given keeps its default.
 *
 * @returns The example; NOT_FOUND, or an INVALID_OPTION for each parameter with an unknown name or a value that is none, and
 * for values that do not go together. What was sent is not repeated.
 */
export function buildExample(id: string, given: Readonly<Record<string, string>>): Result<BuiltExample> {
  const example = examples.find((one) => one.id === id);
  if (!example) {
    return refuse('NOT_FOUND', `The examples are ${list(examples.map((one) => one.id))}.`);
  }
  const { parameters } = example;
  const isKnown = (name: string) => parameters.some((parameter) => parameter.name === name);
  const faults = [
    ...parameters.flatMap((parameter) => findFaults(parameter, given[parameter.name])),
    ...(Object.keys(given).every(isKnown)
      ? []
      : [`A parameter is not known. The parameters are ${list(parameters.map(({ name }) => name))}.`]),
  ];
  const refused = refuseAll(faults.map(invalid));
  if (refused) return refused;

  const values = Object.fromEntries(
    parameters.map(({ name, default: value }) => [name, given[name] ?? value]),
  );
  return (
    refuseAll((example.refuse?.(values) ?? []).map(invalid)) ?? {
      ok: true,
      value: { ...example.build(values), example, values },
    }
  );
}

/** Builds an example with the defaults of its parameters. That it cannot be is our bug and throws. */
export function buildDefault(id: string): BuiltExample {
  const built = buildExample(id, {});
  if (!built.ok) throw new Error(`The example ${id} cannot be built with its own defaults`);
  return built.value;
}

/** What is wrong with a value; nothing when it is not given. */
function findFaults(parameter: Parameter, value: string | undefined): string[] {
  if (value === undefined) return [];
  const { name, pattern, rule } = parameter;
  return pattern.test(value)
    ? (parameter.refuse?.(value) ?? []).map((reason) => `\`${name}\` does not do. ${reason}`)
    : [`\`${name}\` must be ${rule}.`];
}

/** Prints an example as YAML, after the objects it needs: one document for each. */
export const printExample = ({ manifest, comments, needs = [] }: CommentedManifest): string =>
  [...needs.map((object) => printManifest(object)), printManifest(manifest, comments)].join('---\n');

/** An example as one object: a List when it needs others. */
export const exampleObject = ({ manifest, needs = [] }: CommentedManifest): CommentedManifest['manifest'] =>
  needs.length === 0 ? manifest : { apiVersion: 'v1', kind: 'List', items: [...needs, manifest] };

const invalid = (detail: string): Problem => ({ code: 'INVALID_OPTION', detail });

const list = (words: readonly string[]) => words.join(', ');
