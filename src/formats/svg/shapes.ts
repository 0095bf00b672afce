import { element, type Markup } from '../markup.ts';
import { clipMiddle, clipStart, visible, widthOf } from '../visible.ts';

/** A number as it stands in an attribute: no more digits than the eye can tell. */
const px = (value: number): number => Math.round(value * 10) / 10;

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const box = (paint: string, { x, y, width, height }: Box, radius = 4): Markup =>
  element('rect', {
    class: paint,
    x: px(x),
    y: px(y),
    width: px(width),
    height: px(height),
    rx: radius,
  });

export const label = (style: string, x: number, y: number, text: string): Markup =>
  element('text', { class: style, x: px(x), y: px(y) }, text);

/** Text that runs upwards from a place. */
export const labelUpwards = (style: string, x: number, y: number, text: string): Markup =>
  element('text', { class: style, transform: `translate(${px(x)} ${px(y)}) rotate(-90)` }, text);

export const path = (paint: string, ...parts: readonly (string | number)[]): Markup =>
  element('path', {
    class: paint,
    d: parts.map((part) => (typeof part === 'number' ? px(part) : part)).join(' '),
  });

export const dot = (paint: string, x: number, y: number, radius: number): Markup =>
  element('circle', { class: paint, cx: px(x), cy: px(y), r: px(radius) });

/** Pieces that belong together, with what a pointer that rests on them is told, and what a program can read off them. */
export const group = (
  title: string,
  data: Readonly<Record<string, string>>,
  ...pieces: readonly Markup[]
): Markup =>
  element(
    'g',
    Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value])),
    element('title', {}, title),
    ...pieces,
  );

/** Width of a character of the name style at 12 px, of the others at 11 px on average in the widest of the fonts. */
const NAME_WIDTH = 7.3;
const TEXT_WIDTH = 6.6;

/** How wide a visible text is in the style of names. */
export const nameWidth = (text: string): number => widthOf(text) * NAME_WIDTH;

/** How wide a text is in the other styles. */
export const textWidth = (text: string): number => widthOf(text) * TEXT_WIDTH;

/** A name cut in the middle to what fits into a width: many differ only at the end. */
export const fitName = (name: string, width: number): string =>
  clipMiddle(visible(name), Math.max(1, Math.floor(width / NAME_WIDTH)));

/** The end of a path that fits into a width: what stands before it is often the same. */
export const fitPath = (where: string, width: number): string =>
  clipStart(visible(where), Math.max(1, Math.floor(width / NAME_WIDTH)));

/** The first of several ways to say a thing that fits into a width; nothing when none does. */
export const fitText = (width: number, ...ways: readonly string[]): string =>
  ways.find((way) => textWidth(way) <= width) ?? '';
