import { checks } from '../core/checks/index.ts';
import { isDnsLabel } from '../model/names.ts';
import { defaultOptions, type Options } from '../model/options.ts';
import { type Problem, type Result, refuse, refuseAll } from '../model/problem.ts';
import { cgroupVersions, details, kubernetesVersions, runtimes } from '../model/vocabulary.ts';
import { isObject } from './members.ts';

/** What an option may be. `read` gives undefined for a value that is not allowed. */
type Rule<T> = { readonly allowed: string; readonly read: (value: unknown) => T | undefined };

const oneOf = <T extends string>(words: readonly T[]): Rule<T> => ({
  allowed: `one of ${words.join(', ')}`,
  read: (value) => words.find((word) => word === value),
});

/** A rule for each option; an option added to the model without one does not compile. */
const rules: { readonly [Name in keyof Options]: Rule<Options[Name]> } = {
  kubernetesVersion: oneOf(kubernetesVersions),
  runtime: oneOf(runtimes),
  cgroup: oneOf(cgroupVersions),
  namespace: {
    allowed: 'the name of a Kubernetes namespace: at most 63 of a-z, 0-9 and -, not at an end',
    read: (value) => (typeof value === 'string' && isDnsLabel(value) ? value : undefined),
  },
  detail: oneOf(details),
  ignore: {
    allowed: 'ids of checks, as a list or separated by commas; GET /v1/checks lists them',
    read: readCheckIds,
  },
};

/**
 * Reads the options of a request: query parameters, `options` of a JSON body, or the input object of a GraphQL field.
 * An option that is absent or null has its default.
 *
 * @returns The options, or an INVALID_OPTION for each unknown name and value. What was sent is not repeated.
 *
 * @example
 * parseOptions({ runtime: 'cri-o' }) // => { ok: true, value: { ...defaultOptions, runtime: 'cri-o' } }
 * parseOptions({ runtime: 'docker' }) // => INVALID_OPTION `runtime` must be one of containerd, cri-o.
 */
export function parseOptions(input: unknown): Result<Options> {
  if (!isObject(input)) {
    return refuse('INVALID_OPTION', 'The options must be an object.');
  }
  const given = new Map<string, unknown>(Object.entries(input));
  const problems: Problem[] = [];
  const read = <Name extends keyof Options>(name: Name): Options[Name] => {
    const value = given.get(name) ?? undefined;
    const option = value === undefined ? defaultOptions[name] : rules[name].read(value);
    if (option === undefined) problems.push(invalid(`\`${name}\` must be ${rules[name].allowed}.`));
    return option ?? defaultOptions[name];
  };
  const options: Options = {
    kubernetesVersion: read('kubernetesVersion'),
    runtime: read('runtime'),
    cgroup: read('cgroup'),
    namespace: read('namespace'),
    detail: read('detail'),
    ignore: read('ignore'),
  };
  if ([...given.keys()].some((name) => !Object.hasOwn(rules, name))) {
    problems.push(
      invalid(`An option is not known. The options are ${Object.keys(rules).join(', ')} and format.`),
    );
  }
  return refuseAll(problems) ?? { ok: true, value: options };
}

const invalid = (detail: string): Problem => ({ code: 'INVALID_OPTION', detail });

function readCheckIds(value: unknown): readonly string[] | undefined {
  const ids: readonly unknown[] | undefined =
    typeof value === 'string'
      ? value
          .split(',')
          .map((id) => id.trim())
          .filter(Boolean)
      : Array.isArray(value)
        ? value
        : undefined;
  return ids?.every(isCheckId) ? ids : undefined;
}

const isCheckId = (id: unknown): id is string => checks.some((check) => check.id === id);
