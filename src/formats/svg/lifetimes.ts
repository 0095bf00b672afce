import type { ContainerReport } from '../../model/report.ts';
import { roleNouns } from '../../model/role-nouns.ts';
import type { ContainerRole } from '../../model/vocabulary.ts';
import type { Markup } from '../markup.ts';
import { visible } from '../visible.ts';
import { type Columns, MARGIN, WIDTH } from './columns.ts';
import { type Piece, pile } from './piece.ts';
import { box, fitName, fitText, group, label, labelUpwards, nameWidth, path, textWidth } from './shapes.ts';

/** In narrower columns names that do not fit are written upwards. */
const NARROW = 84;
const TALLEST_CARD = 168;
const CARD_HEIGHT = 40;

/** The containers at the top of their columns, and below when each is alive: time runs down. */
export const drawLifetimes = (columns: Columns): Piece =>
  pile([drawCards(columns), drawLifelines(columns)], 6);

function drawCards(columns: Columns): Piece {
  const isNarrow = columns.width < NARROW && !columns.containers.every(({ name }) => fits(name, columns));
  const longest = Math.max(
    ...columns.containers.flatMap(({ name, role }) => [nameWidth(visible(name)), textWidth(role)]),
  );
  const height = isNarrow ? Math.min(TALLEST_CARD, longest + 20) : CARD_HEIGHT;
  const draw = (y: number) =>
    columns.containers.map((container, i) => {
      const place = { x: columns.left(i) + 3, y, width: columns.width - 6, height };
      const head = box(container.role, { ...place, height: 4 }, 2);
      const texts = isNarrow
        ? cardUpwards(container, columns.middle(i), y + height, height)
        : card(container, columns, i, y);
      return group(titleOf(container), { container: String(i) }, box('card', place), head, ...texts);
    });
  return { height, draw };
}

/** Says whether name and role can be read in a column. */
const fits = (name: string, { width }: Columns): boolean =>
  width >= MIN_WIDTH && nameWidth(visible(name)) <= width - 14;

/** Takes the word `ephemeral`. */
const MIN_WIDTH = 72;

const titleOf = ({ name, role, image }: ContainerReport): string =>
  `${name} (${roleNouns[role]})${image === null ? '' : `, image ${image}`}`;

const card = (
  { name, role }: ContainerReport,
  { middle, width }: Columns,
  i: number,
  y: number,
): Markup[] => [
  label('ink name strong middle', middle(i), y + 20, fitName(name, width - 14)),
  label('muted middle', middle(i), y + 34, fitText(width - 10, roleNouns[role], role)),
];

const cardUpwards = (
  { name, role }: ContainerReport,
  x: number,
  bottom: number,
  height: number,
): Markup[] => [
  labelUpwards('ink name strong', x - 2, bottom - 6, fitName(name, height - 16)),
  labelUpwards('muted', x + 12, bottom - 6, role),
];

const STEP = 15;
const RUNNING = 42;
/** What the starting phase takes at least: room for the words beside it. */
const STARTING = 34;

/**
 * Init containers run one after another, each to its end; a sidecar starts in its turn and stays; apps start together after
 * all of them; an ephemeral container comes at any time, drawn late because that is when people add one.
 */
function drawLifelines(columns: Columns): Piece {
  const { containers } = columns;
  const steps = containers.filter(({ role }) => role === 'init' || role === 'sidecar').length;
  const step = Math.max(STEP, STARTING / Math.max(1, steps));
  const starting = steps * step;
  const height = starting + RUNNING;
  const running = containers.filter(({ role }) => role !== 'init').length;
  const draw = (y: number) => [
    label('ink label', MARGIN, y + 12, 'Lifetime'),
    ...(steps > 0
      ? [
          label('muted', MARGIN, y + 26, steps > 1 ? 'one after another' : 'first'),
          path('rule', 'M', MARGIN, y + starting, 'H', WIDTH - MARGIN),
        ]
      : []),
    label('muted', MARGIN, y + height - 6, `${howTheyRun(steps, running)} ↓`),
    ...containers.map((container, i) => lifeline(columns, container, i, { y, step, starting, height })),
  ];
  return { height, draw };
}

const howTheyRun = (steps: number, running: number): string => {
  if (running === 1) return steps > 0 ? 'then alone' : 'alone';
  return steps > 0 ? 'then together' : 'all together';
};

type Span = {
  readonly y: number;
  readonly step: number;
  readonly starting: number;
  readonly height: number;
};

function lifeline(
  { containers, middle }: Columns,
  { name, role }: ContainerReport,
  i: number,
  { y, step, starting, height }: Span,
): Markup {
  const turn = containers.slice(0, i).filter((before) => before.role === 'init' || before.role === 'sidecar');
  const start = {
    init: turn.length * step,
    sidecar: turn.length * step,
    app: starting,
    ephemeral: starting + 14,
  };
  const from = start[role];
  const to = role === 'init' ? from + step - 3 : height;
  const bar = box(role, { x: middle(i) - 5, y: y + from, width: 10, height: to - from }, 3);
  return group(`${visible(name)}: ${lives[role]}`, { life: role }, bar);
}

const lives: Readonly<Record<ContainerRole, string>> = {
  init: 'runs alone and ends before the next one starts',
  sidecar: 'starts in its turn and stays to the end',
  app: 'starts after the init containers and runs with all that follow',
  ephemeral: 'added to the running Pod at any time',
};
