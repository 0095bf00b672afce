import { Buffer } from 'node:buffer';

import { limits } from '../../model/limits.ts';
import type { Options } from '../../model/options.ts';
import type { Problem } from '../../model/problem.ts';
import type { Counts } from '../../runtime/api.ts';
import { analyze } from '../analyze.ts';

type Outcome = ReturnType<typeof analyze>;

/** What the resolvers of one request share. */
export type Context = {
  /**
   * Analyses a manifest, once for the same text and options.
   *
   * The texts of one request may come to `bodyBytes`, each counted once for every set of options it is analysed with:
   * naming one text in several fields does not make a request cost more than its size allows.
   */
  readonly analyze: (manifest: string, options: Options) => Outcome;
  /** What all analyses so far were about; undefined when there were none. */
  readonly counts: () => Counts | undefined;
  /** @returns How many fields of the answer have been read, this one included. */
  readonly countField: () => number;
  /** What was thrown and is no caller's mistake. The server adds to it. */
  readonly bugs: unknown[];
};

export function createContext(): Context {
  const outcomes = new Map<string, Outcome>();
  let bytes = 0;
  let fields = 0;

  const analyzeOnce: Context['analyze'] = (manifest, options) => {
    const key = `${JSON.stringify(options)}${manifest}`;
    const known = outcomes.get(key);
    if (known) return known;
    bytes += Buffer.byteLength(manifest);
    const outcome: Outcome =
      bytes > limits.bodyBytes ? { ok: false, problems: [tooMuchText] } : analyze(manifest, options);
    outcomes.set(key, outcome);
    return outcome;
  };

  return {
    analyze: analyzeOnce,
    counts: () =>
      sumCounts([...outcomes.values()].flatMap((outcome) => (outcome.ok ? [outcome.counts] : []))),
    countField: () => ++fields,
    bugs: [],
  };
}

const tooMuchText: Problem = {
  code: 'BODY_TOO_LARGE',
  detail: `The manifests of one query may come to ${limits.bodyBytes} bytes, each counted once for every set of options.`,
  limit: 'bodyBytes',
};

function sumCounts([first, ...rest]: readonly Counts[]): Counts | undefined {
  return (
    first &&
    rest.reduce(
      (sum, { documents, pods, containers }) => ({
        documents: sum.documents + documents,
        pods: sum.pods + pods,
        containers: sum.containers + containers,
      }),
      first,
    )
  );
}
