import type { Container } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const missingSubPathVariable: Check = {
  id: 'missing-sub-path-variable',
  group: 'never-starts',
  severity: 'error',
  summary: 'A subPathExpr names a variable that the container does not set.',
  why: 'The kubelet replaces $(NAME) by a variable of the container’s env or envFrom. What the image sets (PATH) and what the runtime sets (HOSTNAME) does not count, and an empty value is as bad as none: the container is never created.',
  remedy: 'Set the variable in env: literally, or from a field such as metadata.name.',
  source: sources.kubeletExpansion,
  *run({ pod }) {
    for (const { spec, name, pointer } of pod.containers) {
      const mounts = spec.volumeMounts ?? [];
      if (!mounts.some(({ subPathExpr }) => subPathExpr?.includes('$('))) continue;
      const mayBeSet = listVariables(spec);
      for (const [i, { subPathExpr = '' }] of mounts.entries()) {
        const missing = namesIn(subPathExpr).find((variable) => !mayBeSet(variable));
        if (missing === undefined) continue;
        const what = /^[-._A-Za-z][-._A-Za-z0-9]{0,62}$/.test(missing) ? missing : 'a variable';
        yield {
          pointer: `${pointer}/volumeMounts/${i}/subPathExpr`,
          message: `${name} does not set ${what}, which subPathExpr needs: the container is never created.`,
          containers: [name],
        };
      }
    }
  },
};

/** Variables of Services, which the kubelet adds by itself. */
const ofService = /_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|$)/;

/** Says of which variables a container may have a value; with envFrom of all. */
function listVariables({ env = [], envFrom = [] }: Container): (name: string) => boolean {
  const isSet = new Map(
    env.map(({ name, value, valueFrom }) => [name, valueFrom !== undefined || Boolean(value)]),
  );
  return (name) => envFrom.length > 0 || isSet.get(name) === true || ofService.test(name);
}

/** PATH_MAX of Linux: a longer expression is no path, and not worth the time. */
const LONGEST_PATH = 4096;

/** The names of the variables in an expression; `$$` stands for `$`. */
const namesIn = (expression: string): string[] =>
  expression.length > LONGEST_PATH
    ? []
    : [...expression.matchAll(/\$\$|\$\(([^)]*)\)/g)].flatMap(([, name]) => name ?? []);
