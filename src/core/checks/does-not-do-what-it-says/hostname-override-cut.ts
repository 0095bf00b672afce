import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

/** Kubernetes cuts hostnames to this, although the kernel holds one more. */
const LONGEST = 63;

export const hostnameOverrideCut: Check = {
  id: 'hostname-override-cut',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'hostnameOverride has 64 characters, of which 63 are used.',
  why: 'The API server allows 64 characters, the kubelet cuts every hostname to 63.',
  remedy: 'Use at most 63 characters.',
  source: sources.kubeletPods,
  since: '1.35',
  fixable: false,
  *run({ pod: { spec, manifest } }) {
    if (spec.hostnameOverride?.length !== LONGEST + 1) return;
    yield {
      pointer: `${manifest.pointer}/hostnameOverride`,
      message: `hostnameOverride has ${LONGEST + 1} characters; the hostname is cut to ${LONGEST}.`,
    };
  },
};
