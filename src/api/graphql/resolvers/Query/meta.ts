import { checks } from '../../../../core/checks/index.ts';
import { engineName, engineVersion } from '../../../../model/engine.ts';
import { limits } from '../../../../model/limits.ts';
import { defaultOptions } from '../../../../model/options.ts';
import { cgroupVersions, kubernetesVersions, runtimes } from '../../../../model/vocabulary.ts';
import { queryLimits } from '../../limits.ts';

/** What `GET /v1/meta` says, with the limits as lists: a limit that is added changes no query. */
export const meta = () => ({
  engine: { name: engineName, version: engineVersion },
  rules: { version: engineVersion, checks: checks.length },
  kubernetesVersions,
  runtimes,
  cgroupVersions,
  defaults: defaultOptions,
  limits: listLimits(limits),
  queryLimits: listLimits(queryLimits),
});

const listLimits = (limitsByName: Readonly<Record<string, number>>) =>
  Object.entries(limitsByName).map(([name, value]) => ({ name, value }));
