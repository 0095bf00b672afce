/** Each colour on light and on dark paper. Every text has 4.5:1 against what it stands on; a test computes it. */
export const colours = {
  paper: ['#ffffff', '#0d1117'],
  ink: ['#1f2328', '#e6edf3'],
  muted: ['#57606a', '#9da7b3'],
  line: ['#8c959f', '#6e7681'],
  faint: ['#eaeef2', '#21262d'],
  shared: ['#0860ca', '#1f6feb'],
  host: ['#9a3412', '#c2410c'],
  onFill: ['#ffffff', '#ffffff'],
  init: ['#9a6700', '#d29922'],
  sidecar: ['#0f766e', '#2dd4bf'],
  app: ['#0860ca', '#58a6ff'],
  ephemeral: ['#8250df', '#bc8cff'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

type Colour = keyof typeof colours;

/** What each class of element is painted with: the fill, the line around it. */
const paints: Readonly<Record<string, { readonly fill: Colour | 'none'; readonly stroke?: Colour }>> = {
  paper: { fill: 'paper' },
  ink: { fill: 'ink' },
  muted: { fill: 'muted' },
  'on-fill': { fill: 'onFill' },
  card: { fill: 'none', stroke: 'line' },
  rule: { fill: 'none', stroke: 'faint' },
  shared: { fill: 'shared', stroke: 'shared' },
  own: { fill: 'none', stroke: 'line' },
  node: { fill: 'faint', stroke: 'muted' },
  host: { fill: 'host', stroke: 'host' },
  gap: { fill: 'none', stroke: 'paper' },
  arrow: { fill: 'ink', stroke: 'ink' },
  init: { fill: 'init', stroke: 'init' },
  sidecar: { fill: 'sidecar', stroke: 'sidecar' },
  app: { fill: 'app', stroke: 'app' },
  ephemeral: { fill: 'paper', stroke: 'ephemeral' },
};

const paintRules = (scheme: 0 | 1): string =>
  Object.entries(paints)
    .map(([name, { fill, stroke }]) => {
      const line = stroke === undefined ? '' : `;stroke:${colours[stroke][scheme]}`;
      return `.drawing .${name}{fill:${fill === 'none' ? fill : colours[fill][scheme]}${line}}`;
    })
    .join('');

/** Written out per scheme: viewers that know no custom properties still get the light one. */
export const drawingStyle = [
  '.drawing text{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}',
  '.drawing .title{font-size:16px;font-weight:600}',
  '.drawing .label{font-size:13px;font-weight:600}',
  '.drawing .name{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}',
  '.drawing .strong{font-weight:600}',
  '.drawing .middle{text-anchor:middle}',
  '.drawing .node,.drawing .ephemeral{stroke-dasharray:4 3}',
  '.drawing .wire{stroke-width:2}',
  '.drawing .gap{stroke-width:5}',
  paintRules(0),
  `@media (prefers-color-scheme:dark){${paintRules(1)}}`,
].join('');
