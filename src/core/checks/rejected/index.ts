import type { Check } from '../check.ts';
import { bidirectionalNotPrivileged } from './bidirectional-not-privileged.ts';
import { duplicateContainerName } from './duplicate-container-name.ts';
import { duplicateHostPort } from './duplicate-host-port.ts';
import { duplicateMountPath } from './duplicate-mount-path.ts';
import { duplicatePortName } from './duplicate-port-name.ts';
import { duplicateVolumeName } from './duplicate-volume-name.ts';
import { envSourceConflict } from './env-source-conflict.ts';
import { ephemeralForbiddenField } from './ephemeral-forbidden-field.ts';
import { ephemeralInTemplate } from './ephemeral-in-template.ts';
import { ephemeralOnCreate } from './ephemeral-on-create.ts';
import { hostPortMismatch } from './host-port-mismatch.ts';
import { hostProcessConflict } from './host-process-conflict.ts';
import { imageWithWhitespace } from './image-with-whitespace.ts';
import { incompleteMount } from './incomplete-mount.ts';
import { incompleteVolumeSource } from './incomplete-volume-source.ts';
import { initContainerProbe } from './init-container-probe.ts';
import { invalidContainerName } from './invalid-container-name.ts';
import { invalidContainerRestartPolicy } from './invalid-container-restart-policy.ts';
import { invalidDnsConfig } from './invalid-dns-config.ts';
import { invalidFileKeyRef } from './invalid-file-key-ref.ts';
import { invalidFileMode } from './invalid-file-mode.ts';
import { invalidHandler } from './invalid-handler.ts';
import { invalidHostAlias } from './invalid-host-alias.ts';
import { invalidHostPath } from './invalid-host-path.ts';
import { invalidHostname } from './invalid-hostname.ts';
import { invalidHostnameOverride } from './invalid-hostname-override.ts';
import { invalidPodName } from './invalid-pod-name.ts';
import { invalidPortName } from './invalid-port-name.ts';
import { invalidPortNumber } from './invalid-port-number.ts';
import { invalidProbePort } from './invalid-probe-port.ts';
import { invalidRestartRule } from './invalid-restart-rule.ts';
import { invalidSubPath } from './invalid-sub-path.ts';
import { invalidSysctl } from './invalid-sysctl.ts';
import { invalidVolumeDevice } from './invalid-volume-device.ts';
import { invalidVolumeName } from './invalid-volume-name.ts';
import { linuxOnlyField } from './linux-only-field.ts';
import { missingAppContainer } from './missing-app-container.ts';
import { missingImage } from './missing-image.ts';
import { pidSharingConflict } from './pid-sharing-conflict.ts';
import { privilegeEscalationConflict } from './privilege-escalation-conflict.ts';
import { procMountConflict } from './proc-mount-conflict.ts';
import { recursiveReadOnlyConflict } from './recursive-read-only-conflict.ts';
import { sysctlConflict } from './sysctl-conflict.ts';
import { targetNotFound } from './target-not-found.ts';
import { undeclaredResourceClaim } from './undeclared-resource-claim.ts';
import { undeclaredVolume } from './undeclared-volume.ts';
import { unservedKind } from './unserved-kind.ts';
import { unsupportedValue } from './unsupported-value.ts';
import { userNamespaceConflict } from './user-namespace-conflict.ts';
import { volumeWithTwoSources } from './volume-with-two-sources.ts';
import { windowsOnlyField } from './windows-only-field.ts';
import { workloadRestartPolicy } from './workload-restart-policy.ts';
import { wrongType } from './wrong-type.ts';

/** What the API server refuses. In order of id. */
export const rejected: readonly Check[] = [
  bidirectionalNotPrivileged,
  duplicateContainerName,
  duplicateHostPort,
  duplicateMountPath,
  duplicatePortName,
  duplicateVolumeName,
  envSourceConflict,
  ephemeralForbiddenField,
  ephemeralInTemplate,
  ephemeralOnCreate,
  hostPortMismatch,
  hostProcessConflict,
  imageWithWhitespace,
  incompleteMount,
  incompleteVolumeSource,
  initContainerProbe,
  invalidContainerName,
  invalidContainerRestartPolicy,
  invalidDnsConfig,
  invalidFileKeyRef,
  invalidFileMode,
  invalidHandler,
  invalidHostAlias,
  invalidHostPath,
  invalidHostname,
  invalidHostnameOverride,
  invalidPodName,
  invalidPortName,
  invalidPortNumber,
  invalidProbePort,
  invalidRestartRule,
  invalidSubPath,
  invalidSysctl,
  invalidVolumeDevice,
  invalidVolumeName,
  linuxOnlyField,
  missingAppContainer,
  missingImage,
  pidSharingConflict,
  privilegeEscalationConflict,
  procMountConflict,
  recursiveReadOnlyConflict,
  sysctlConflict,
  targetNotFound,
  undeclaredResourceClaim,
  undeclaredVolume,
  unservedKind,
  unsupportedValue,
  userNamespaceConflict,
  volumeWithTwoSources,
  windowsOnlyField,
  workloadRestartPolicy,
  wrongType,
];
