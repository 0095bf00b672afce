import { buildIntent, optionsOf } from '../core/intent/build-intent.ts';
import { proveShared } from '../core/intent/shared-kind.ts';
import { printManifest } from '../formats/manifest.ts';
import type { Generated, GenerateRequest, Intent, Proof } from '../model/generate.ts';
import type { Options } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { PodReport } from '../model/report.ts';
import { type SharingKind, sharingKinds } from '../model/vocabulary.ts';
import type { Counts } from '../runtime/api.ts';
import { analyze } from './analyze.ts';
import { buildExample } from './examples.ts';

export type GenerateResult =
  | { readonly ok: true; readonly generated: Generated; readonly counts: Counts }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Builds what is asked for, an intent or an example, reports on the text of it, and reads from the report that it does what
 * was asked: what REST and GraphQL both answer.
 *
 * @param options - Of the report. The `kubernetesVersion` of an intent wins.
 * @returns The manifest with its proof; INVALID_INTENT or IMPOSSIBLE_WISH for an intent; NOT_FOUND or INVALID_OPTION for an
 * example. Same request, same bytes. A wish that did not come true is our bug and throws.
 */
export const generate = (request: GenerateRequest, options: Options): GenerateResult =>
  'intent' in request ? fromIntent(request.intent, options) : fromExample(request, options);

function fromIntent(intent: Intent, options: Options): GenerateResult {
  const built = buildIntent(intent, options);
  if (!built.ok) return built;
  const { manifest, comments, explanation, prove } = built.value;
  return answer(printManifest(manifest, comments), explanation, prove, optionsOf(intent, options));
}

type ExampleRequest = Extract<GenerateRequest, { example: string }>;

function fromExample({ example: id, parameters = {} }: ExampleRequest, options: Options): GenerateResult {
  const built = buildExample(id, flatten(parameters));
  if (!built.ok) return built;
  const { manifest, comments, example } = built.value;
  const prove = (report: PodReport) => example.shares.map((kind) => proveShared(sharingKind(kind), report));
  return answer(printManifest(manifest, comments), example.teaches, prove, options);
}

/** `{ "app": { "image": … } }` is `app.image`; a number is its digits. */
const flatten = (parameters: NonNullable<ExampleRequest['parameters']>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      typeof value === 'object'
        ? Object.entries(value).map(([field, inner]) => [`${name}.${field}`, String(inner)])
        : [[name, String(value)]],
    ),
  );

function sharingKind(word: string): SharingKind {
  const kind = sharingKinds.find((one) => one === word);
  if (kind === undefined) throw new Error(`No kind of sharing is called ${word}`);
  return kind;
}

function answer(
  manifest: string,
  explanation: string,
  prove: (report: PodReport) => Proof[],
  options: Options,
): GenerateResult {
  const result = analyze(manifest, options);
  const [report] = result.ok ? result.analysis.pods : [];
  if (!result.ok || report === undefined) throw new Error('A manifest that was built cannot be read');
  const proof = prove(report);
  const broken = proof.find(({ holds }) => !holds);
  if (broken !== undefined) throw new Error(`A wish did not come true: ${broken.asked}`);
  return {
    ok: true,
    generated: { manifest, explanation, analysis: result.analysis, proof },
    counts: result.counts,
  };
}
