import { type Feature, isOn, sinceVersion } from '../core/features.ts';
import { buildIntent, optionsOf } from '../core/intent/build-intent.ts';
import { proveShared } from '../core/intent/shared-kind.ts';
import { printManifest } from '../formats/manifest.ts';
import type { Generated, GenerateRequest, Intent, Proof } from '../model/generate.ts';
import type { Options } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { PodReport } from '../model/report.ts';
import { analyze } from './analyze.ts';
import { buildExample, printExample } from './examples.ts';
import type { Outcome } from './outcome.ts';

/**
 * Builds what is asked for, an intent or an example, reports on the text of it, and reads from the report that it does what
 * was asked: what REST and GraphQL both answer.
 *
 * @param options - Of the report. The `kubernetesVersion` of an intent wins.
 * @returns The manifest with its proof; INVALID_INTENT or IMPOSSIBLE_WISH for an intent; NOT_FOUND or INVALID_OPTION for an
 * example, also on a version that cannot do it. Same request, same bytes. A wish that did not come true is our bug and throws.
 */
export const generate = (request: GenerateRequest, options: Options): Outcome<Generated> =>
  'intent' in request ? fromIntent(request.intent, options) : fromExample(request, options);

function fromIntent(intent: Intent, options: Options): Outcome<Generated> {
  const built = buildIntent(intent, options);
  if (!built.ok) return built;
  const { manifest, comments, explanation, prove } = built.value;
  return answer(printManifest(manifest, comments), explanation, prove, optionsOf(intent, options));
}

type ExampleRequest = Extract<GenerateRequest, { example: string }>;

function fromExample({ example: id, parameters = {} }: ExampleRequest, options: Options): Outcome<Generated> {
  const built = buildExample(id, flatten(parameters));
  if (!built.ok) return built;
  const { example, values } = built.value;
  if (example.feature !== undefined && !isOn(example.feature, options))
    return { ok: false, problems: [tooOld(example.feature)] };
  const explanation = [example.teaches, example.lesson].filter(Boolean).join(' ');
  const later = example.afterwards?.(values);
  // What is shared only once a debugger has joined is read from what the Pod is then.
  const prove = (report: PodReport) => {
    const last =
      later === undefined ? report : reportOn(printManifest(later.manifest, later.comments), options).report;
    return example.shares.map((kind) => proveShared(kind, last));
  };
  return answer(printExample(built.value), explanation, prove, options);
}

const tooOld = (feature: Feature): Problem => ({
  code: 'INVALID_OPTION',
  detail: `\`kubernetesVersion\` must be ${sinceVersion(feature)} or newer for this example: before, what it teaches is off by default.`,
});

/** `{ "app": { "image": … } }` is `app.image`; a number is its digits. */
const flatten = (parameters: NonNullable<ExampleRequest['parameters']>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      typeof value === 'object'
        ? Object.entries(value).map(([field, inner]) => [`${name}.${field}`, String(inner)])
        : [[name, String(value)]],
    ),
  );

function answer(
  manifest: string,
  explanation: string,
  prove: (report: PodReport) => Proof[],
  options: Options,
): Outcome<Generated> {
  const { answer: analysis, counts, report } = reportOn(manifest, options);
  const proof = prove(report);
  // By its place: a wish in words has names in it, and an error goes into the log.
  const broken = proof.findIndex(({ holds }) => !holds);
  if (broken >= 0) throw new Error(`Wish ${broken} did not come true`);
  return { ok: true, answer: { manifest, explanation, analysis, proof }, counts };
}

function reportOn(manifest: string, options: Options) {
  const result = analyze(manifest, options);
  const [report] = result.ok ? result.answer.pods : [];
  if (!result.ok || report === undefined) throw new Error('A manifest that was built cannot be read');
  return { ...result, report };
}
