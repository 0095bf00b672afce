import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checks } from '../../src/core/checks/index.ts';
import type { Container } from '../../src/model/pod.ts';
import { admit, type Pod } from './admission.ts';
import { type DefaultExample, defaultExamples } from './examples.ts';
import { podOf, readObjects } from './manifest.ts';
import { reportOf } from './report.ts';

/** A Pod to run: as text for podshare, as an object for the kubelet. */
export type TestPod = { readonly name: string; readonly manifest: string; readonly pod: Pod };

/** The Pods made for these tests, and the golden cases, examples and generated manifests that a plain node can run. */
export const listTestPods = (): readonly TestPod[] => {
  const [own, cases] = [join(__dirname, 'pods'), join(__dirname, '..', 'cases')];
  return [
    ...readdirSync(own).flatMap((file) => readPod(`pods/${file}`, readFileSync(join(own, file), 'utf8'))),
    ...readdirSync(cases)
      .flatMap((name) => readPod(`cases/${name}`, readFileSync(join(cases, name, 'pod.yaml'), 'utf8')))
      .filter(canRun),
    ...defaultExamples.flatMap(readExample).filter(canRun),
    ...listGenerated()
      .flatMap(({ name, manifest }) => readPod(`intents/${name}`, manifest))
      .filter(canRun),
  ];
};

/** What came of the intents in tests/intents, as far as they can be had. */
export const listGenerated = (): readonly { readonly name: string; readonly manifest: string }[] => {
  const root = join(__dirname, '..', 'intents');
  return readdirSync(root).flatMap((name) => {
    const file = join(root, name, 'manifest.yaml');
    return existsSync(file) ? [{ name, manifest: readFileSync(file, 'utf8') }] : [];
  });
};

/** The Pod of a manifest; none when it holds something else or more. */
const readPod = (name: string, manifest: string): readonly TestPod[] => {
  const [first, ...others] = readObjects(manifest);
  if (others.length > 0 || first?.kind !== 'Pod' || first.metadata?.name === undefined) return [];
  const pod = podOf(first);
  return pod ? [{ name, manifest, pod }] : [];
};

/** The first Pod of an example of any kind. The other objects that it needs do not matter here. */
const readExample = ({ id, manifest }: DefaultExample): readonly TestPod[] =>
  readObjects(manifest).flatMap((object) => {
    const pod = podOf(object);
    return pod ? [{ name: `examples/${id}`, manifest, pod }] : [];
  });

/** Checks on containers that the API server takes and the node cannot start, such as one whose target has ended. */
const neverStarts = new Set(checks.filter(({ group }) => group === 'never-starts').map(({ id }) => id));

/**
 * Whether containerd 1.6 on a Linux node without a cluster can run it: no user namespaces, other runtimes, block devices or
 * paths from elsewhere, and nothing that the API server refuses.
 */
const canRun = ({ manifest, pod }: TestPod): boolean => {
  const { initContainers = [], containers = [], ephemeralContainers = [], ...spec } = admit(pod).spec;
  const regular = [...initContainers, ...containers];
  const isTarget = (target: string | undefined): boolean =>
    target === undefined || regular.some(({ name }) => name === target);
  return (
    spec.hostUsers !== false &&
    spec.runtimeClassName === undefined &&
    spec.os?.name !== 'windows' &&
    [...regular, ...ephemeralContainers].every(isPlain) &&
    ephemeralContainers.every(({ targetContainerName }) => isTarget(targetContainerName)) &&
    !reportOf(manifest).findings.some(({ check, severity }) => severity === 'error' || neverStarts.has(check))
  );
};

const isPlain = ({ name, env = [], volumeMounts = [], volumeDevices }: Container): boolean =>
  name !== undefined &&
  volumeDevices === undefined &&
  (volumeMounts.every(({ subPathExpr }) => subPathExpr === undefined) ||
    env.every(({ valueFrom: from }) => from === undefined || from.fieldRef?.fieldPath === 'metadata.name'));
