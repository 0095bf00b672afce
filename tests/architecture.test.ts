import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Which rooms and packages each room may import. `type:` allows the types only. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/model': ['zod'],
  'src/core': ['src/model'],
  'src/manifest': ['src/model'],
  'src/formats': ['src/model', 'yaml'],
  'src/runtime': ['src/model', 'node:buffer', 'type:aws-lambda'],
  'src/api': [
    'src/model',
    'src/core',
    'src/manifest',
    'src/formats',
    'type:src/runtime',
    'node:buffer',
    'node:crypto',
    'node:zlib',
  ],
  'src/api/graphql': [
    'src/api',
    'src/model',
    'src/core',
    'src/formats',
    'type:src/runtime',
    '@apollo/server',
    'graphql',
    'node:buffer',
  ],
  'src/api/mcp': ['src/api', 'src/model', 'src/core', 'src/formats', 'type:src/runtime', 'node:buffer'],
  // Describes the tools; only scripts and tests import it, so it may load Zod.
  'src/api/mcp/listing': ['src/api/mcp', 'src/api/rest/openapi', 'src/model', 'zod'],
  // Describes the API; only scripts and tests import it, so it may load Zod.
  'src/api/rest/openapi': ['src/api', 'src/api/mcp', 'src/formats', 'src/model', 'type:src/runtime', 'zod'],
  // Writes about the API, of the same sources; only scripts and tests import it.
  'src/api/rest/manual': ['src/api', 'src/api/rest/openapi', 'src/core', 'src/formats'],
  functions: ['src/api', 'src/api/graphql', 'src/api/mcp', 'src/formats', 'src/runtime', 'schema'],
};

const statement =
  /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

const files = ['src', 'functions'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => posix.join(root, file)),
);

const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(statement)].map(([, type, from, dynamic]) => {
    const target = from ?? dynamic ?? '';
    const path = target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
    return { file, room: roomOf(file), path, to: roomOf(path), type: type ? 'type:' : '' };
  }),
);

test('the scan sees the code of every room', () => {
  expect(new Set(imports.map(({ room }) => room))).toEqual(new Set(Object.keys(rooms)));
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(files.length);
});

test('every import stays in its room or goes where the room may look', () => {
  const broken = imports.filter(({ room, to, type }) => {
    const allowed = rooms[room] ?? [];
    return to !== room && !allowed.includes(to) && !(type && allowed.includes(`type:${to}`));
  });
  expect(broken.map(({ file, path, type }) => `${file} imports ${type}${path}`)).toEqual([]);
});

test('nothing that is bundled loads Zod: shapes with a schema are imported as types only', () => {
  const loaders = new Set(['zod']);
  for (let size = 0; size < loaders.size; ) {
    size = loaders.size;
    for (const { file, path, type } of imports) if (!type && loaders.has(path)) loaders.add(file);
  }
  expect(loaders).toContain('src/model/report.ts');
  const mayLoad = ['zod', 'src/model', 'src/api/rest/openapi', 'src/api/rest/manual', 'src/api/mcp/listing'];
  expect([...loaders].filter((file) => !mayLoad.includes(roomOf(file)))).toEqual([]);
});

test('nothing in the core is left to chance', () => {
  const core = files.filter((file) => file.startsWith('src/core/'));
  expect(core.filter((file) => readFileSync(file, 'utf8').includes('Math.random'))).toEqual([]);
});

test.each(['utils', 'helpers', 'common', 'lib', 'services', 'types'])(
  'no file or folder is called %s',
  (name) => {
    expect(files.filter((file) => file.split(/[/.]/).includes(name))).toEqual([]);
  },
);

/** The room a path is in, the innermost first; the name of the package for what is none of ours. */
function roomOf(path: string): string {
  const inside = Object.keys(rooms).filter((room) => path.startsWith(`${room}/`));
  const innermost = inside.sort((a, b) => b.length - a.length)[0];
  if (innermost) return innermost;
  return path.startsWith('@') ? path.split('/', 2).join('/') : (path.split('/')[0] ?? path);
}
