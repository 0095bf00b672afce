import { type BuiltExample, buildExample, printExample } from '../../../examples.ts';
import { badUserInput } from '../../bad-user-input.ts';

type Parameters = readonly { readonly name: string; readonly value: string }[];

/** The manifest with the values given. An id that is not known is null, a parameter an entry in `errors`. */
export const example = (
  _parent: unknown,
  { id, parameters }: { readonly id: string; readonly parameters?: Parameters | null },
) => {
  const given = Object.fromEntries((parameters ?? []).map(({ name, value }) => [name, value]));
  const built = buildExample(id, given);
  if (built.ok) return describe(built.value);
  if (built.problems[0].code === 'NOT_FOUND') return null;
  throw badUserInput(built.problems);
};

/** The manifest and the commands are made only when they are asked for. */
const describe = (built: BuiltExample) => ({
  ...built.example,
  show: () => built.example.show(built.values),
  manifest: () => printExample(built),
});
