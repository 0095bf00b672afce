import type { Options } from '../model/options.ts';

/**
 * The minor version from which a feature that decides sharing is on by default.
 * @see kubernetes `pkg/features/kube_features.go`, defaultVersionedKubernetesFeatureGates
 */
const onByDefaultSince = {
  SidecarContainers: 29,
  RecursiveReadOnlyMounts: 31,
  UserNamespacesSupport: 33,
  ContainerRestartRules: 35,
  EnvFiles: 35,
  HostnameOverride: 35,
  ImageVolume: 35,
  RestartAllContainersOnContainerExits: 36,
} as const;
export type Feature = keyof typeof onByDefaultSince;

/** Reads the minor number of a version: `1.36` → 36. */
export const minorOf = (version: Options['kubernetesVersion']): number => Number(version.slice(2));

/** Says whether a feature is on in a cluster of this version that sets no gate. */
export const isOn = (feature: Feature, { kubernetesVersion }: Pick<Options, 'kubernetesVersion'>): boolean =>
  minorOf(kubernetesVersion) >= onByDefaultSince[feature];

/** The version since which a feature is on by default, as people write it: `1.33`. */
export const sinceVersion = (feature: Feature): string => `1.${onByDefaultSince[feature]}`;
