import { defaultCommand, defaultImage, isDefault } from './default-command.ts';
import type { Plan, PlannedContainer } from './plan.ts';
import type { AddedVolume, Addition } from './ruling.ts';
import { containerSecurityContext, podSecurityContext } from './security-context.ts';

type Fields = Readonly<Record<string, unknown>>;
type NamedVolume = AddedVolume & { readonly id: string };

/** A PodSpec as plain data, and comments by pointer inside it. */
export type CommentedSpec = {
  readonly spec: Fields;
  readonly comments: Readonly<Record<string, string>>;
};

/** Builds the PodSpec of a plan from what its wishes add: that and nothing more. Fields stand in the order people write them. */
export function buildPodSpec(plan: Plan, additions: readonly Addition[]): CommentedSpec {
  const volumes = nameVolumes(additions.flatMap((addition) => addition.volumes ?? []));
  const fields: Fields = Object.assign({}, ...additions.map((addition) => addition.fields));
  const comments: Fields = Object.assign({}, ...additions.map((addition) => addition.comments));
  const build = (container: PlannedContainer) => buildContainer(container, plan, additions, volumes);
  const inits = plan.containers.filter(({ role }) => role !== 'app').map(build);
  const securityContext = podSecurityContext(plan);
  return {
    spec: {
      automountServiceAccountToken: false,
      ...fields,
      ...(securityContext && { securityContext }),
      ...(volumes.length > 0 && { volumes: volumes.map(({ id, source }) => ({ name: id, ...source })) }),
      ...(inits.length > 0 && { initContainers: inits }),
      containers: plan.containers.filter(({ role }) => role === 'app').map(build),
    },
    comments: Object.fromEntries([
      ['/automountServiceAccountToken', 'No container gets credentials for the API server.'],
      ...Object.entries(comments).map(([name, comment]) => [`/${name}`, comment]),
      ...volumes.map(({ comment }, i) => [`/volumes/${i}`, comment]),
    ]),
  };
}

function buildContainer(
  container: PlannedContainer,
  plan: Plan,
  additions: readonly Addition[],
  volumes: readonly NamedVolume[],
): Fields {
  const { name, image = defaultImage, role, args = [] } = container;
  const command = isDefault(container) ? defaultCommand(container, plan) : container.command;
  const ports = new Set(
    additions
      .flatMap((addition) => addition.ports ?? [])
      .flatMap((added) => (added.container === name ? [added.port] : [])),
  );
  const mounts = volumes.flatMap(({ id, mounts: all }) =>
    all
      .filter((mount) => mount.container === name)
      .map(({ path, readOnly }) => ({ name: id, mountPath: path, ...(readOnly && { readOnly }) })),
  );
  const securityContext = containerSecurityContext(plan);
  return {
    name,
    image,
    ...(role === 'sidecar' && { restartPolicy: 'Always' }),
    ...(command && { command }),
    ...(args.length > 0 && { args }),
    ...(ports.size > 0 && { ports: [...ports].map((containerPort) => ({ containerPort })) }),
    ...(securityContext && { securityContext }),
    ...(mounts.length > 0 && { volumeMounts: mounts }),
  };
}

/** Room for a number behind a name: a volume is called by a label, at most 63 characters. */
const LONGEST = 59;

/** Gives each volume a name of its own: the second `data` becomes `data-2`. */
function nameVolumes(volumes: readonly AddedVolume[]): NamedVolume[] {
  const cut = volumes.map((volume) => ({
    ...volume,
    id: volume.name.slice(0, LONGEST).replace(/^-+|-+$/g, '') || 'files',
  }));
  const used = new Set<string>();
  return cut.map((volume) => {
    let id = volume.id;
    for (let i = 2; used.has(id); i += 1) id = `${volume.id}-${i}`;
    used.add(id);
    return { ...volume, id };
  });
}
