import type { Analysis, PodReport } from '../../model/report.ts';
import { element, lines, type Markup, text, verbatim } from '../markup.ts';
import { clip, clipMiddle, visible } from '../visible.ts';
import { drawBands } from './bands.ts';
import { columnsOf, MARGIN, WIDTH } from './columns.ts';
import { drawLifetimes } from './lifetimes.ts';
import { notDrawn, note } from './note.ts';
import { type Piece, pile } from './piece.ts';
import { box, label, path } from './shapes.ts';
import { drawingStyle } from './style.ts';
import { drawVolumes } from './volumes.ts';

/** How many Pods are drawn below each other. */
const MOST_PODS = 10;

/**
 * Draws a report: the containers of each Pod as columns in start order, when each is alive, a band across those that share
 * a namespace, and the volumes below them.
 *
 * A picture of its own for `<img>`: it holds its style, follows the reader's colour scheme, and loads and runs nothing. The
 * same report gives the same bytes. `data-containers` of a band lists its columns, from 0.
 */
export function renderSvg({ pods }: Analysis): string {
  const shown = pods.slice(0, MOST_PODS);
  const more = pods.length - shown.length;
  const pieces = [
    ...shown.map((pod) => pile([drawTitle(pod), drawPod(pod)], 8)),
    ...(more > 0 ? [note(notDrawn(more, 'Pod'))] : []),
    ...(pods.length === 0 ? [note('There is no Pod in this manifest.')] : [drawLegend]),
  ];
  const [first] = pods;
  const subject = pods.length === 1 && first ? titleOf(first) : `${pods.length} Pods`;
  const description = shown.map(({ summary }) => clip(visible(summary), 1000)).join(' ');
  const drawing = frame(pile(pieces, 28), `What the containers of ${subject} share`, description);
  return `${drawing.markup}\n`;
}

/** The drawing of one Pod to stand in a page, which brings `drawingStyle` and a heading of its own. */
export const podDrawing = (pod: PodReport): Markup =>
  frame(
    pile([drawPod(pod), drawLegend], 20),
    `What the containers of ${titleOf(pod)} share`,
    clip(visible(pod.summary), 1000),
    text(''),
  );

function frame(
  piece: Piece,
  title: string,
  description: string,
  style = element('style', {}, verbatim(drawingStyle)),
): Markup {
  const height = Math.ceil(piece.height + 2 * MARGIN);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'drawing',
    role: 'img',
    viewBox: `0 0 ${WIDTH} ${height}`,
    width: WIDTH,
    height,
  };
  const paper = box('paper', { x: 0, y: 0, width: WIDTH, height }, 8);
  return element(
    'svg',
    attributes,
    lines(element('title', {}, title), element('desc', {}, description), style, paper, ...piece.draw(MARGIN)),
  );
}

const titleOf = ({ source: { kind, name } }: PodReport): string =>
  `${kind} ${name === null ? 'without a name' : visible(name)}`;

const drawTitle = (pod: PodReport): Piece => ({
  height: 20,
  draw: (y) => [label('ink title', MARGIN, y + 15, clipMiddle(titleOf(pod), 58))],
});

function drawPod(pod: PodReport): Piece {
  if (pod.containers.length === 0) return note('It has no containers.');
  const columns = columnsOf(pod);
  const parts = [drawLifetimes(columns), drawBands(pod, columns), drawVolumes(pod, columns)];
  const shown = parts.filter(({ height }) => height > 0);
  const more = columns.more > 0 ? [note(notDrawn(columns.more, 'container'))] : [];
  return pile([...shown, ...more], 16);
}

const legend = [
  { paint: 'shared', text: 'shared', width: 74 },
  { paint: 'own', text: 'its own', width: 74 },
  { paint: 'node', text: "the node's, as always", width: 150 },
  { paint: 'host', text: "the node's, because the Pod asks for it", width: 240 },
] as const;

const drawLegend: Piece = {
  height: 26,
  draw: (y) => {
    const left = legend.map((_, i) => MARGIN + legend.slice(0, i).reduce((sum, { width }) => sum + width, 0));
    return [
      path('rule', 'M', MARGIN, y, 'H', WIDTH - MARGIN),
      ...legend.flatMap(({ paint, text }, i) => [
        box(paint, { x: left[i] ?? 0, y: y + 12, width: 18, height: 12 }, 3),
        label('muted', (left[i] ?? 0) + 24, y + 22, text),
      ]),
    ];
  },
};
