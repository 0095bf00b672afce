import { analyze } from '../../src/api/analyze.ts';
import { defaultOptions } from '../../src/model/options.ts';
import type { PodReport } from '../../src/model/report.ts';
import { cgroupVersion } from './cgroups.ts';

/** What podshare says of the one Pod in a manifest, run by containerd on this machine. */
export const reportOf = (manifest: string): PodReport => {
  const result = analyze(manifest, { ...defaultOptions, runtime: 'containerd', cgroup: cgroupVersion() });
  const pods = result.ok ? result.answer.pods : [];
  const [report] = pods;
  if (report === undefined || pods.length > 1) throw new Error(`A test manifest has ${pods.length} Pods.`);
  return report;
};
