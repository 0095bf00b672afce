import { engineName, engineVersion } from '../model/engine.ts';
import { defaultOptions } from '../model/options.ts';
import { cgroupVersions, kubernetesVersions, runtimes } from '../model/vocabulary.ts';

/** Says which version answers, by how many checks, what is known, and what is taken for granted. */
export const describeService = (checks: number) => ({
  engine: { name: engineName, version: engineVersion },
  // The rules come with the engine; the two may be numbered apart one day.
  rules: { version: engineVersion, checks },
  kubernetesVersions,
  runtimes,
  cgroupVersions,
  defaults: defaultOptions,
});
