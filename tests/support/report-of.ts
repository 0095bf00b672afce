import { analyzePod } from '../../src/core/analyze-pod.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';
import type { PodSpec } from '../../src/model/pod.ts';
import type { Channel, PodReport } from '../../src/model/report.ts';
import type { ChannelKind } from '../../src/model/vocabulary.ts';
import { podManifest } from './pod-manifest.ts';

/** The report on a PodSpec in an object named `web`. */
export const reportOf = (
  spec: PodSpec,
  options: Partial<Options> = {},
  given: Parameters<typeof podManifest>[1] = {},
): PodReport => analyzePod(podManifest(spec, given), () => nowhere, { ...defaultOptions, ...options });

const nowhere = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

/** The channels of one kind between the first two containers of a PodSpec. */
export const channelsOf = (spec: PodSpec, kind: ChannelKind, options: Partial<Options> = {}): Channel[] =>
  (reportOf(spec, options).pairs?.[0]?.channels ?? []).filter((channel) => channel.kind === kind);
