import type { Instance, PodReport } from '../../model/report.ts';
import type { NamespaceKind } from '../../model/vocabulary.ts';
import type { Markup } from '../markup.ts';
import { clip, visible } from '../visible.ts';
import { type Columns, MARGIN, type Run, runsOf, stack } from './columns.ts';
import { type Piece, pile } from './piece.ts';
import { box, fitText, group, label, path } from './shapes.ts';

/** What each row is called, and what one has in common who shares it. */
const rows: Readonly<Record<NamespaceKind, readonly [title: string, hint: string]>> = {
  network: ['Network', 'IP address, localhost'],
  ipc: ['IPC', 'queues, semaphores'],
  uts: ['Hostname', 'UTS namespace'],
  pid: ['Processes', 'PID namespace'],
  mount: ['File system', 'root and mounts'],
  user: ['Users', 'who root is'],
  cgroup: ['Cgroup', 'view of the limits'],
  time: ['Clocks', 'time namespace'],
};

/**
 * A row for each kind of namespace and one for /dev/shm, in each a band for each instance: it covers exactly the columns of
 * the containers that share it. Where others stand between them it is in several parts, joined by a wire above the others.
 */
export function drawBands(pod: PodReport, columns: Columns): Piece {
  const absent = pod.namespaces.filter(({ applies }) => !applies).map(({ kind }) => rows[kind][0]);
  const shown = [
    ...pod.namespaces
      .filter(({ applies }) => applies)
      .map(({ kind, instances }) => drawRow(kind, ...rows[kind], instances, columns)),
    ...pod.runtimeMounts
      .filter(({ path: where }) => where === '/dev/shm')
      .map(({ instances }) => drawRow('/dev/shm', 'Shared memory', '/dev/shm', instances, columns)),
  ];
  const note: Piece = {
    height: 18,
    draw: (y) => [label('muted', MARGIN, y + 12, `Not on Windows: ${absent.join(', ')}.`)],
  };
  return pile(absent.length > 0 ? [...shown, note] : shown, 7);
}

const BAND = 30;
/** Room above a row for one wire. */
const WIRE = 7;

function drawRow(
  kind: string,
  title: string,
  hint: string,
  instances: readonly Instance[],
  columns: Columns,
): Piece {
  const placed = instances
    .map((instance) => ({ instance, runs: runsOf(columns.indexesOf(instance.containers)) }))
    .filter(({ runs }) => runs.length > 0);
  const whole = placed.filter(({ runs }) => runs.length === 1);
  const split = placed.filter(({ runs }) => runs.length > 1);
  const levels = stack(split.map(({ runs }) => spanOf(runs)));
  const above = levels.length > 0 ? (Math.max(...levels) + 1) * WIRE : 0;
  const isDecidedByRuntime = instances.some(({ certainty }) => certainty === 'runtime-dependent');
  const drawBand = ({ instance, runs }: Band, y: number, ...wire: Markup[]) => {
    const data = { kind, scope: instance.scope, containers: listIndexes(runs) };
    const parts = runs.flatMap((run) => drawPart(instance, run, columns, y));
    return group(`${title}: ${describe(instance)}`, data, ...wire, ...parts);
  };
  const draw = (y: number) => [
    label('ink label', MARGIN, y + above + 13, title),
    label('muted', MARGIN, y + above + 26, isDecidedByRuntime ? 'the runtime decides' : hint),
    ...whole.map((band) => drawBand(band, y + above)),
    // A wire crosses only those below it: those are drawn first.
    ...split
      .map((band, i) => ({ band, level: levels[i] ?? 0 }))
      .sort((a, b) => b.level - a.level)
      .map(({ band, level }) =>
        drawBand(band, y + above, ...drawWire(band, columns, y + above, above - level * WIRE)),
      ),
  ];
  return { height: above + BAND, draw };
}

/** An instance and the runs of columns it covers. */
type Band = { readonly instance: Instance; readonly runs: readonly Run[] };

const spanOf = (runs: readonly Run[]): Run => ({
  first: Math.min(...runs.map(({ first }) => first)),
  last: Math.max(...runs.map(({ last }) => last)),
});

const listIndexes = (runs: readonly Run[]): string =>
  runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)).join(' ');

const describe = ({ containers, because }: Instance): string =>
  `${clip(visible(containers.join(', ')), 120)}. ${because.text}`;

function drawPart(instance: Instance, { first, last }: Run, columns: Columns, y: number): Markup[] {
  const place = {
    x: columns.left(first) + 3,
    y,
    width: (last - first + 1) * columns.width - 6,
    height: BAND,
  };
  const paint = paintOf(instance);
  const style = paint === 'own' ? 'muted' : paint === 'node' ? 'ink' : 'on-fill strong';
  const text = fitText(place.width - 4, ...words(instance, columns));
  return [box(paint, place, 6), label(`${style} middle`, place.x + place.width / 2, y + 19, text)];
}

/** What is the node's by default is plain; what a field made the node's stands out. */
function paintOf({ scope, containers, because }: Instance): string {
  if (scope === 'node') return because.pointer === null ? 'node' : 'host';
  return containers.length > 1 ? 'shared' : 'own';
}

/** What is written on a band, the longest first. */
function words({ scope, containers }: Instance, { containers: shown, more }: Columns): string[] {
  const count = containers.length;
  if (scope === 'node')
    return count > 1 ? ['shared with the whole node', "the node's", 'node'] : ["the node's", 'node'];
  if (count === 1) return scope === 'pod' ? ["the Pod's", 'own'] : ['its own', 'own'];
  const total = shown.length + more;
  return count === total
    ? [`shared by all ${count}`, `all ${count}`]
    : [`shared by ${count} of ${total}`, 'shared', `${count}/${total}`];
}

/** From the middle of each part up to the wire, with a gap in those it crosses, and along it. */
function drawWire({ instance, runs }: Band, columns: Columns, y: number, height: number): Markup[] {
  const middles = runs.map(({ first, last }) => (columns.middle(first) + columns.middle(last)) / 2);
  const top = y - height + 2;
  const [from = 0, to = 0] = [middles[0], middles.at(-1)];
  const gaps = height > WIRE ? [path('gap', ...middles.flatMap((x) => ['M', x, top + 3, 'V', y]))] : [];
  const wire = path(
    `wire ${paintOf(instance)}`,
    'M',
    from,
    top,
    'H',
    to,
    ...middles.flatMap((x) => ['M', x, top, 'V', y]),
  );
  return [...gaps, wire];
}
