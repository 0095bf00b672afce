import { buildExample } from '../src/api/examples.ts';
import { renderExample } from '../src/api/rest/reference/example-markdown.ts';
import { examples } from '../src/core/examples/index.ts';
import { escapeText, table } from '../src/formats/markdown/text.ts';

/** Makes the pages of `docs/examples/`: each as `GET /v1/examples/{id}?format=markdown` answers it, and an index. @returns Their texts by path. */
export const buildExamplePages = (note: string): readonly (readonly [string, string])[] => [
  ['docs/examples/README.md', `<!-- ${note} -->\n${index()}`],
  ...examples.map(({ id }) => [`docs/examples/${id}.md`, pageOf(id)] as const),
];

function pageOf(id: string): string {
  const built = buildExample(id, {});
  if (!built.ok) throw new Error(`No example ${id}`);
  return renderExample(built.value);
}

const index = () => `# Examples

Manifests that each teach one thing about what the containers of a Pod share. Every one runs as it stands; \`GET /v1/examples/{id}\`
answers it with the names, images and paths of your choice.

${table(
  ['Example', 'What it teaches', 'Shares', 'Pod Security', 'Kinds'],
  examples.map(({ id, title, teaches, shares, level, kinds }) => [
    `[${escapeText(title)}](${id}.md)`,
    escapeText(teaches),
    shares.join(', '),
    level,
    kinds.join(', '),
  ]),
)}
`;
