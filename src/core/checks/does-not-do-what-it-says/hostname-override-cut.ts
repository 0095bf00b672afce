import { cutHostname, longestHostname } from '../../hostname.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';

export const hostnameOverrideCut: Check = {
  id: 'hostname-override-cut',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'hostnameOverride has 64 characters, of which 63 are used.',
  why: 'The API server allows 64 characters, the kubelet cuts every hostname to 63.',
  remedy: 'Use at most 63 characters.',
  source: sources.kubeletPods,
  since: '1.35',
  fix: {
    effect: 'Writes the 63 characters that are used. Nothing changes: the hostname is the same.',
    edits: ({ pod }, { pointer }) => replaceBy(pointer, cutHostname(pod.spec.hostnameOverride ?? '')),
  },
  *run({ pod: { spec, manifest } }) {
    if (spec.hostnameOverride?.length !== longestHostname + 1) return;
    yield {
      pointer: `${manifest.pointer}/hostnameOverride`,
      message: `hostnameOverride has ${longestHostname + 1} characters; the hostname is cut to ${longestHostname}.`,
    };
  },
};
