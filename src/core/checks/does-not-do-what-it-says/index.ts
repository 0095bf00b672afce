import type { Check } from '../check.ts';
import { capabilityWithoutRoot } from './capability-without-root.ts';
import { clusterDnsWithHostNetwork } from './cluster-dns-with-host-network.ts';
import { dropOnPrivileged } from './drop-on-privileged.ts';
import { featureOff } from './feature-off.ts';
import { fqdnWithoutSubdomain } from './fqdn-without-subdomain.ts';
import { fsGroupOnHostPath } from './fs-group-on-host-path.ts';
import { hostIpWithoutHostPort } from './host-ip-without-host-port.ts';
import { hostnameOverrideCut } from './hostname-override-cut.ts';
import { hostnameWithHostNetwork } from './hostname-with-host-network.ts';
import { ignoredTarget } from './ignored-target.ts';
import { restartAlwaysAppContainer } from './restart-always-app-container.ts';
import { templateHostname } from './template-hostname.ts';
import { unmappedHostPort } from './unmapped-host-port.ts';
import { writableModeReadOnlyVolume } from './writable-mode-read-only-volume.ts';

export const doesNotDoWhatItSays: readonly Check[] = [
  capabilityWithoutRoot,
  clusterDnsWithHostNetwork,
  dropOnPrivileged,
  featureOff,
  fqdnWithoutSubdomain,
  fsGroupOnHostPath,
  hostIpWithoutHostPort,
  hostnameOverrideCut,
  hostnameWithHostNetwork,
  ignoredTarget,
  restartAlwaysAppContainer,
  templateHostname,
  unmappedHostPort,
  writableModeReadOnlyVolume,
];
