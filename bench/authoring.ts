import { analyze } from '../src/api/analyze.ts';
import { compare } from '../src/api/compare.ts';
import { fix } from '../src/api/fix.ts';
import { generate } from '../src/api/generate.ts';
import type { Intent } from '../src/model/generate.ts';
import { defaultOptions } from '../src/model/options.ts';
import { logSharing } from './manifests.ts';
import { compareWarm } from './time.ts';

const intent: Intent = {
  name: 'web',
  containers: [{ name: 'app' }, { name: 'agent', role: 'sidecar' }],
  share: [
    'pid',
    { files: '/var/log/app', writers: ['app'], readers: ['agent'] },
    { 'shared-memory': '128Mi' },
    { port: 8080, server: 'app', clients: ['agent'] },
  ],
};

/** What it costs to write, compare and fix manifests, each as so many times one analysis of the same manifest. */
export function measureAuthoring(): Record<string, number> {
  const built = generate({ intent }, defaultOptions);
  if (!built.ok) throw new Error('The intent cannot be built');
  const { manifest } = built.answer;
  const shared = logSharing.replace(/^spec:/m, '$&\n  shareProcessNamespace: true');
  const analysisOf = (text: string) => () => analyze(text, defaultOptions);
  return {
    'generate, × one analysis': compareWarm(() => generate({ intent }, defaultOptions), analysisOf(manifest)),
    'compare, × one analysis': compareWarm(
      () => compare({ before: logSharing, after: shared }, defaultOptions),
      analysisOf(shared),
    ),
    'fix, × one analysis': compareWarm(
      () => fix({ manifest: shared, findings: ['shared-pid'] }, defaultOptions),
      analysisOf(shared),
    ),
  };
}
