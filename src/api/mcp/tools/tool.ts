import { defaultOptions, type Options } from '../../../model/options.ts';
import { type Problem, type Result, refuse } from '../../../model/problem.ts';
import type { Counts } from '../../../runtime/api.ts';
import type { Members } from '../../members.ts';
import { parseOptions } from '../../options.ts';
import type { Outcome } from '../../outcome.ts';
import type { Told } from './told.ts';

export type ToolOutcome =
  /** The answer in ways ever shorter: the first that may be sent is. */
  | { readonly type: 'told'; readonly ways: Iterable<Told>; readonly counts?: Counts }
  /** The arguments are not of the form the tool takes. */
  | { readonly type: 'bad-arguments'; readonly problems: readonly [Problem, ...Problem[]] }
  /** The arguments are well-formed and what they hold cannot be read or done. */
  | { readonly type: 'rejected'; readonly problems: readonly [Problem, ...Problem[]] };

export type Tool = (given: Members) => ToolOutcome;

type Definition<Question, T> = {
  /** The arguments of the tool besides the options. */
  readonly members: readonly string[];
  /** Takes the arguments apart. */
  readonly read: (members: Members) => Result<Question>;
  readonly answer: (question: Question, options: Options) => Outcome<T>;
  /** Tells the answer in few words. */
  readonly brief: (answer: T) => Told;
  /** Tells all of it, in ways ever shorter. */
  readonly full: (answer: T) => Iterable<Told>;
};

/**
 * Makes a tool that asks a front door of the API. Options stand among the arguments under the names they have everywhere;
 * `detail` is `summary` unless it is said otherwise, because the room of an assistant is small.
 */
export const defineTool =
  <Question, T>({ members, read, answer, brief, full }: Definition<Question, T>): Tool =>
  (given) => {
    const sent = readArguments(given, members);
    if (!sent.ok) return { type: 'bad-arguments', problems: sent.problems };
    const question = read(given);
    if (!question.ok) return { type: 'bad-arguments', problems: question.problems };

    const options = sent.value;
    const outcome = answer(question.value, options);
    if (!outcome.ok) return { type: 'rejected', problems: outcome.problems };
    const ways = options.detail === 'full' ? full(outcome.answer) : [brief(outcome.answer)];
    return { type: 'told', ways, counts: outcome.counts };
  };

/** Reads the options among the arguments. What is neither an option nor a member of the tool is refused. */
function readArguments(given: Members, members: readonly string[]): Result<Options> {
  const names = Object.keys(given);
  if (!names.every((name) => members.includes(name) || Object.hasOwn(defaultOptions, name))) {
    const known = [...members, ...Object.keys(defaultOptions)].join(', ');
    return refuse('INVALID_REQUEST', `An argument is not known. The arguments are ${known}.`);
  }
  const options = names.filter((name) => !members.includes(name)).map((name) => [name, given[name]]);
  return parseOptions({ ...Object.fromEntries(options), detail: given['detail'] ?? 'summary' });
}

/** Takes the arguments that must be texts. */
export function readTexts<Name extends string>(
  given: Members,
  ...names: readonly Name[]
): Result<Readonly<Record<Name, string>>> {
  const missing = names.filter((name) => typeof given[name] !== 'string');
  if (missing.length > 0)
    return refuse('INVALID_REQUEST', `${missing.map((name) => `\`${name}\``).join(' and ')} must be text.`);
  // Each was seen to be text above.
  return {
    ok: true,
    value: Object.fromEntries(names.map((name) => [name, given[name]])) as Record<Name, string>,
  };
}
