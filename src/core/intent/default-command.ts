import { isWithin } from '../volumes/paths.ts';
import type { Plan, PlannedContainer } from './plan.ts';
import type { FilesWish, PortWish } from './wish.ts';

/** What runs where the intent names no image. */
export const defaultImage = 'busybox:1.37';

/**
 * The command of a container for which the intent gives no image, command or arguments: it shows the sharing and waits, and ends
 * on SIGTERM, which PID 1 ignores without a trap. An init container copies what it reads from a ConfigMap or Secret to where it
 * writes, and ends by itself; so does an app in a Job. Writers append lines, readers follow them, servers answer HTTP on
 * loopback. Names and paths of an intent have no character that means something to a shell.
 */
export function defaultCommand(container: PlannedContainer, plan: Plan): readonly string[] {
  const { name, role } = container;
  const shared = plan.wishes.filter(({ list }) => list === 'share');
  const files = shared.filter((wish): wish is FilesWish => wish.kind === 'files');
  const ports = shared.filter((wish): wish is PortWish => wish.kind === 'port' && wish.server === name);
  const targets = files.filter(({ writers }) => writers.includes(name)).map(({ path }) => path);
  const written = targets.map((path) => fileOf(path, name));
  const sources = files.filter(({ readers, source }) => source && readers.includes(name));
  const read = files
    .filter(({ readers }) => readers.includes(name))
    .flatMap(({ path, writers }) =>
      writers.filter((writer) => hasDefault(plan, writer)).map((writer) => fileOf(path, writer)),
    );
  const { kind = 'Pod' } = plan.intent;
  const ends = role === 'app' && (kind === 'Job' || kind === 'CronJob');
  return [
    '/bin/sh',
    '-c',
    role === 'init'
      ? once(written, copies(sources, targets))
      : lasting({ name, written, read, ports, site: findSite(plan), ends }),
  ];
}

/** Says whether a container runs the default command. */
export const isDefault = ({ image, command, args }: PlannedContainer): boolean =>
  image === undefined && command === undefined && args === undefined;

const hasDefault = ({ containers }: Plan, name: string): boolean =>
  containers.some((container) => container.name === name && isDefault(container));

const fileOf = (path: string, writer: string): string => `${path}/${writer}.log`;

const append = (files: readonly string[]): string => `date | tee -a ${files.join(' ')}`;

const once = (written: readonly string[], before: readonly string[]): string =>
  written.length === 0 ? 'true' : [...before, append(written)].join('; ');

/** What comes from a ConfigMap or Secret is copied to where it can be edited: the links that the kubelet makes are followed. */
const copies = (sources: readonly FilesWish[], targets: readonly string[]): string[] =>
  sources.length === 0
    ? []
    : targets.map((target) => `cp -L ${sources.map(({ path }) => `${path}/*`).join(' ')} ${target}/`);

type Work = {
  readonly name: string;
  readonly written: readonly string[];
  readonly read: readonly string[];
  readonly ports: readonly PortWish[];
  readonly site: string;
  readonly ends: boolean;
};

function lasting({ name, written, read, ports, site, ends }: Work): string {
  const numbers = [...new Set(ports.map(({ port }) => port))];
  const loop = ends ? 'for _ in 1 2 3 4 5 6' : 'while true';
  const wait = `sleep ${ends ? 30 : 'infinity'} & wait $!`;
  return [
    "trap 'exit 0' TERM;",
    ...(numbers.length === 0 ? [] : [`mkdir -p ${site}; echo ${name} > ${site}/index.html;`]),
    ...numbers.map((port) => `httpd -p 127.0.0.1:${port} -h ${site};`),
    ...(read.length === 0 ? [] : [`tail -F ${read.join(' ')} &`]),
    written.length === 0 ? wait : `${loop}; do ${append(written)}; sleep 5 & wait $!; done`,
  ].join(' ');
}

/**
 * Finds a directory for what a server answers with. It holds nothing else and lies outside every path of a wish: whoever reaches
 * the port reads what is in it. A user that is not root writes to /tmp and, in every Pod, to /dev/shm; root makes it anywhere.
 */
function findSite({ wishes, intent }: Plan): string {
  const paths = wishes.flatMap((wish) => (wish.kind === 'files' ? [wish.path] : []));
  const isFree = (site: string) => !paths.some((path) => isWithin(site, path) || isWithin(path, site));
  const parents = ['/tmp', intent.profile === 'restricted' ? '/dev/shm' : ''];
  const sites = parents.flatMap((parent) => paths.map((_, i) => `${parent}/www${i === 0 ? '' : i + 1}`));
  return sites.find(isFree) ?? '/tmp/www';
}
