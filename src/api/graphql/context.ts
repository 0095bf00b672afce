import { Buffer } from 'node:buffer';

import type { Comparison } from '../../model/compare.ts';
import type { Repair } from '../../model/fix.ts';
import type { Generated, GenerateRequest } from '../../model/generate.ts';
import { limits } from '../../model/limits.ts';
import type { Options } from '../../model/options.ts';
import type { Analysis } from '../../model/report.ts';
import type { Counts } from '../../runtime/api.ts';
import { analyze } from '../analyze.ts';
import { compare, type ToCompare } from '../compare.ts';
import { type FixRequest, fix } from '../fix.ts';
import { generate } from '../generate.ts';
import { type Outcome, type Refused, sumCounts } from '../outcome.ts';

/** What the resolvers of one request share. */
export type Context = {
  /**
   * The front doors of the API, each doing the same work once in a request, however often it is asked for.
   *
   * The texts of one request may come to `bodyBytes`, each counted once for every question and set of options it stands in:
   * naming one text in several fields does not make a request cost more than its size allows.
   */
  readonly analyze: (manifest: string, options: Options) => Outcome<Analysis>;
  readonly compare: (texts: ToCompare, options: Options) => Outcome<Comparison>;
  readonly fix: (toFix: FixRequest, options: Options) => Outcome<Repair>;
  readonly generate: (wanted: GenerateRequest, options: Options) => Outcome<Generated>;
  /** What all of that was about; undefined when there was none. */
  readonly counts: () => Counts | undefined;
  /** @returns How many fields of the answer have been read, this one included. */
  readonly countField: () => number;
  /** What was thrown and is no caller's mistake. The server adds to it. */
  readonly bugs: unknown[];
};

/** A front door of the API, which does real work; the field of the root has its name. */
export type FrontDoor = Exclude<keyof Context, 'counts' | 'countField' | 'bugs'>;

export function createContext(): Context {
  const counts: Counts[] = [];
  let bytes = 0;
  let fields = 0;

  /** Makes a front door remember what it answered. `textsOf` lists the texts a question holds. */
  const once = <Question, T extends Outcome<unknown>>(
    door: (question: Question, options: Options) => T,
    textsOf: (question: Question) => readonly string[],
  ): ((question: Question, options: Options) => T | Refused) => {
    const outcomes = new Map<string, T | Refused>();
    return (question, options) => {
      const key = JSON.stringify([options, question]);
      const known = outcomes.get(key);
      if (known) return known;
      for (const text of textsOf(question)) bytes += Buffer.byteLength(text);
      const outcome = bytes > limits.bodyBytes ? tooMuchText : door(question, options);
      if (outcome.ok) counts.push(outcome.counts);
      outcomes.set(key, outcome);
      return outcome;
    };
  };

  return {
    analyze: once(analyze, (manifest) => [manifest]),
    compare: once(compare, ({ before, after }) => [before, after]),
    fix: once(fix, ({ manifest }) => [manifest]),
    generate: once(generate, (wanted) => [JSON.stringify(wanted)]),
    counts: () => (counts.length === 0 ? undefined : sumCounts(counts)),
    countField: () => ++fields,
    bugs: [],
  };
}

const tooMuchText: Refused = {
  ok: false,
  problems: [
    {
      code: 'BODY_TOO_LARGE',
      detail: `The manifests of one query may come to ${limits.bodyBytes} bytes, each counted once for every question and set of options.`,
      limit: 'bodyBytes',
    },
  ],
};
