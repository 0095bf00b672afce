import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildPod } from '../../../src/core/pod.ts';
import { podSecurityLevel } from '../../../src/core/security/pod-security/index.ts';
import { defaultOptions, type Options } from '../../../src/model/options.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import type { PodSecurityLevel } from '../../../src/model/vocabulary.ts';
import { podManifest } from '../../support/pod-manifest.ts';

type Verdict = Pick<Options, 'kubernetesVersion'> & {
  readonly level: PodSecurityLevel;
  readonly reasons: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
};

/**
 * Generated Pods of all container classes and what the admission plugin itself says of them: k8s.io/pod-security-admission
 * v0.37.0, EvaluatePod at the policy version of the row, on the Pod as the API server fills it in (hostPort with
 * hostNetwork, emptyDir for a volume without a source).
 */
const verdicts: readonly Verdict[] = JSON.parse(
  readFileSync(join(__dirname, 'recorded', 'pod-security.json'), 'utf8'),
);

/** What the plugin calls the reasons. */
const reasonOf: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'allowPrivilegeEscalation != false',
  appArmorProfile: 'forbidden AppArmor profile',
  capabilities_baseline: 'non-default capabilities',
  capabilities_restricted: 'unrestricted capabilities',
  hostNamespaces: 'host namespaces',
  hostPathVolumes: 'hostPath volumes',
  hostPorts: 'hostPort',
  hostProbesAndHostLifecycle: 'probe or lifecycle host',
  privileged: 'privileged',
  procMount: 'procMount',
  procMount_restricted: 'procMount',
  restrictedVolumes: 'restricted volume types',
  runAsNonRoot: 'runAsNonRoot != true',
  runAsUser: 'runAsUser=0',
  seLinuxOptions: 'seLinuxOptions',
  seccompProfile_baseline: 'seccompProfile',
  seccompProfile_restricted: 'seccompProfile',
  sysctls: 'forbidden sysctls',
  windowsHostProcess: 'hostProcess',
};

const judge = ({ kubernetesVersion, annotations, spec }: Verdict) =>
  podSecurityLevel(
    buildPod(podManifest(spec, annotations === undefined ? {} : { metadata: { annotations } }), {
      ...defaultOptions,
      kubernetesVersion,
    }),
  );

test.each(verdicts.map((verdict, i) => [i, verdict] as const))('verdict %i', (_, verdict) => {
  const { level, broken } = judge(verdict);
  expect([level, broken.map(({ rule }) => reasonOf[rule.id]).sort()]).toEqual([
    verdict.level,
    verdict.reasons.map((reason) => reason.replace('profiles', 'profile')).sort(),
  ]);
});

test('the verdicts show every level and every reason', () => {
  expect(new Set(verdicts.map(({ level }) => level))).toEqual(
    new Set(['privileged', 'baseline', 'restricted']),
  );
  const rules = verdicts.flatMap((verdict) => judge(verdict).broken.map(({ rule }) => rule.id));
  expect([...new Set(rules)].sort()).toEqual(Object.keys(reasonOf).sort());
});
