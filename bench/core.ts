import { analyze } from '../src/api/analyze.ts';
import { analyzePod } from '../src/core/analyze-pod.ts';
import { renderJson } from '../src/formats/json.ts';
import { readManifest } from '../src/manifest/read-manifest.ts';
import { defaultOptions } from '../src/model/options.ts';
import { hostile, logSharing, megabyte } from './manifests.ts';
import { timeOnce, timeWarm } from './time.ts';

/** What analysis costs without any edge around it. */
export function measureCore(): Record<string, number> {
  const [document] = readManifest(logSharing).documents;
  const [pod] = document?.pods ?? [];
  if (!document || !pod) throw new Error('The log-sharing Pod cannot be read');

  const megabytes = Buffer.byteLength(megabyte) / 1e6;
  const whole = analyze(megabyte, { ...defaultOptions, detail: 'summary' });
  if (!whole.ok) throw new Error('The megabyte cannot be read');
  return {
    'core alone, µs per Pod': timeWarm(() => analyzePod(pod, document.locate, defaultOptions)) * 1000,
    'reading and core, µs per Pod': timeWarm(() => analyze(logSharing, defaultOptions)) * 1000,
    'reading, MB/s': megabytes / (timeWarm(() => readManifest(megabyte)) / 1000),
    'reading and core, MB/s': megabytes / (timeWarm(() => analyze(megabyte, defaultOptions)) / 1000),
    ...Object.fromEntries(
      Object.entries(hostile).map(([name, text]) => [
        `${name}, ms`,
        timeOnce(() => analyze(text, defaultOptions)),
      ]),
    ),
    'Pods in the megabyte': whole.counts.pods,
    'report of the megabyte as JSON, MB': Buffer.byteLength(renderJson(whole.answer)) / 1e6,
  };
}
