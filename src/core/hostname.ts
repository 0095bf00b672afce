import type { PodManifest } from '../model/manifest.ts';
import type { Because, Hostname } from '../model/report.ts';
import { isOn } from './features.ts';
import { isHostProcess, type Pod } from './pod.ts';
import { sources } from './sources.ts';

/** The kernel keeps 64 characters of a hostname; Kubernetes cuts what it makes up to 63. */
export const longestHostname = 63;

/**
 * Says which hostname the containers see. First match wins:
 *
 * 1. `hostNetwork`: the node's; `hostname`, `subdomain` and `setHostnameAsFQDN` have no effect on it. On Windows only for
 *    HostProcess containers.
 * 2. `hostnameOverride` (on by default since 1.35): that value, cut to 63 characters, no domain.
 * 3. `hostname`, else the Pod's name, cut to 63 characters; with `subdomain` and `setHostnameAsFQDN: true` followed by the
 *    domain of the Pod.
 *
 * Controllers decide names: a StatefulSet sets `hostname` to the Pod's name and `subdomain` to its serviceName, an Indexed
 * Job sets `hostname` to `<job>-<index>`, the others leave a generated name. The parts nobody can know stand in angle
 * brackets.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, GeneratePodHostNameAndDomain, truncatePodHostnameIfNeeded
 */
export function hostnameOf(pod: Pod): Hostname {
  const { spec, manifest, options } = pod;
  const at = (field: string) => `${manifest.pointer}/${field}`;
  const isOfNode = pod.os === 'linux' || pod.containers.some((container) => isHostProcess(pod, container));
  if (spec.hostNetwork === true && isOfNode) {
    return {
      value: null,
      generated: false,
      because: reason("hostNetwork is true: the containers see the node's hostname.", at('hostNetwork')),
    };
  }
  if (spec.hostnameOverride !== undefined && isOn('HostnameOverride', options)) {
    return {
      value: cutHostname(spec.hostnameOverride),
      generated: false,
      because: reason('hostnameOverride sets it.', at('hostnameOverride')),
    };
  }
  const base = baseName(pod);
  const subdomain = subdomainOf(pod);
  if (!subdomain || spec.setHostnameAsFQDN !== true) return base;
  return {
    ...base,
    value: `${base.value}.${subdomain}.${namespaceOf(pod)}.svc.<cluster domain>`,
    because: reason(
      'setHostnameAsFQDN is true and there is a subdomain: the hostname is the fully qualified name.',
      at('setHostnameAsFQDN'),
    ),
  };
}

/**
 * The subdomain of a Pod: its own, or the name of the Service of a StatefulSet, which writes that over the template's.
 *
 * @see kubernetes `pkg/controller/statefulset/stateful_set_utils.go`, initIdentity
 */
export const subdomainOf = ({ spec, manifest }: Pod): string | undefined =>
  manifest.kind === 'StatefulSet' ? manifest.workload.serviceName : spec.subdomain;

/** The Kubernetes namespace of a Pod: its own, or the one the caller gave for objects that name none. */
export const namespaceOf = ({ manifest, options }: Pod): string => manifest.namespace ?? options.namespace;

function baseName(pod: Pod): Hostname {
  const { spec, manifest } = pod;
  const named = controllerNames[manifest.kind]?.(pod);
  if (spec.hostname && !setsHostname(manifest)) {
    const template = manifest.kind === 'Pod' ? '' : ' Every Pod made from this template gets the same.';
    return {
      value: cutHostname(spec.hostname),
      generated: false,
      because: reason(`hostname sets it.${template}`, `${manifest.pointer}/hostname`),
    };
  }
  if (named !== undefined) {
    return { value: named.name, generated: true, because: reason(named.text, null, named.source) };
  }
  const { name, generateName } = manifest.metadata;
  if (name) {
    const isCut = cutHostname(name) !== name;
    return {
      value: cutHostname(name),
      generated: false,
      because: reason(
        isCut ? "It is the Pod's name, cut to 63 characters." : "It is the Pod's name.",
        `${manifest.metadataPointer}/name`,
      ),
    };
  }
  return {
    value: `${generateName ?? ''}<random>`,
    generated: true,
    because: generateName
      ? reason(
          "It is the Pod's name, which the API server makes from generateName.",
          `${manifest.metadataPointer}/generateName`,
          sources.generatedNames,
        )
      : reason("It is the Pod's name, which this manifest does not give.", null),
  };
}

/** A StatefulSet and an Indexed Job write the hostname of each Pod over the template's. */
const setsHostname = ({ kind, workload }: PodManifest): boolean =>
  kind === 'StatefulSet' || (kind === 'Job' && workload.completionMode === 'Indexed');

type Generated = { readonly name: string; readonly text: string; readonly source: string };

const generated =
  (suffix: string) =>
  (pod: Pod): Generated => ({
    name: `${pod.manifest.name ?? '<name>'}-${suffix}`,
    text: `It is the Pod's name, which the ${pod.manifest.kind} generates.`,
    source: sources.generatedNames,
  });

/** How each controller names its Pods. A kind that is not here leaves the name to `metadata`. */
const controllerNames: Readonly<Record<string, (pod: Pod) => Generated>> = {
  Deployment: generated('<pod-template-hash>-<random>'),
  ReplicaSet: generated('<random>'),
  ReplicationController: generated('<random>'),
  DaemonSet: generated('<random>'),
  StatefulSet: (pod) => ({
    ...generated('<ordinal>')(pod),
    text: "The StatefulSet sets hostname to the Pod's name: the set's name and an ordinal.",
    source: sources.statefulSetNames,
  }),
  Job: (pod) =>
    pod.manifest.workload.completionMode === 'Indexed'
      ? {
          ...generated('<index>')(pod),
          text: 'The Indexed Job sets hostname to its own name and the index.',
          source: sources.jobNames,
        }
      : generated('<random>')(pod),
  CronJob: (pod) => ({
    ...generated('<time>-<random>')(pod),
    text: "It is the Pod's name, which the Job of the CronJob generates.",
  }),
};

/** Cuts a name as the kubelet does: 63 characters, then no trailing `-` or `.`. */
export const cutHostname = (name: string): string =>
  name.length > longestHostname ? name.slice(0, longestHostname).replace(/[-.]+$/, '') : name;

const reason = (text: string, pointer: string | null, source: string = sources.kubeletPods): Because => ({
  text,
  pointer,
  source,
});
