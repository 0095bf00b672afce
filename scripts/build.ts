import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { build, type Plugin } from 'esbuild';

/**
 * Bundles each file of `functions/` into one file of `dist/`.
 *
 * - `.cjs`: the package is `type: module`, a Lambda zip holds no package.json, and this extension means CommonJS to both.
 * - `module` before `main`: takes the ES modules of dependencies, which can be shaken; else Apollo comes in twice.
 * - `yaml` from its browser build: the same parser without the parts that read `process`; a third off the cold start.
 * - No source maps: reading them costs a cold start more than everything else here.
 * - Without the plugins Apollo loads only when nobody turned them off (src/api/graphql/server.ts does): reports to its
 *   makers and their protocol are a third of it. And without what makes a schema of type definitions, because it is given
 *   a schema: a tenth.
 */
const withoutApolloParts: Plugin = {
  name: 'without-apollo-parts',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@graphql-tools\/schema$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({
      contents:
        "export const makeExecutableSchema = () => { throw new Error('The server is given a schema'); };",
    }));
    onResolve(
      {
        filter: /^\.\/plugin\/(usageReporting|schemaReporting|inlineTrace|landingPage\/default)\/index\.js$/,
      },
      ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined),
    );
  },
};

/**
 * What `functions/rest.ts` imports dynamically is a bundle of its own beside it (`functions/formats.ts`, `edits.ts`). esbuild does not
 * split CommonJS, so the import is kept and its target renamed; `supported` below turns it into a `require`, which Lambda,
 * serverless-offline and Jest all take. In the sources it is an ordinary import, which tsx and Jest run as it stands.
 */
const besideBundle: Plugin = {
  name: 'beside-bundle',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/(formats|edits)\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: path.replace('.ts', '.cjs'), external: true } : undefined,
    );
  },
};

/**
 * What people read about a check is not in the function that runs the checks: the catalogue (`schema/checks.json`), which the
 * others serve, has it. A text that is written in another way than these stays in, and a test says so.
 */
const withoutCatalogueTexts: Plugin = {
  name: 'without-catalogue-texts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/src\/core\/checks\/.+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /^ +(?:summary|why):\s+(?:'[^'\n]*'|"[^"\n]*"|`[^`$]*`),$/gm,
        '',
      ),
      loader: 'ts',
    }));
  },
};

const functions = readdirSync('functions').filter((file) => file.endsWith('.ts'));

const bundle = (files: readonly string[], plugins: Plugin[]) =>
  build({
    entryPoints: files.map((file) => ({ in: `functions/${file}`, out: basename(file, '.ts') })),
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    alias: {
      yaml: resolve('node_modules/yaml/browser/dist/index.js'),
      // In a bundle Apollo's own wrapper falls back to a hash written in JavaScript.
      '@apollo/utils.createhash': 'node:crypto',
    },
    loader: { '.graphql': 'text', '.html': 'text', '.txt': 'text' },
    plugins,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });

rmSync('dist', { recursive: true, force: true });
await bundle(
  functions.filter((file) => file !== 'rest.ts'),
  [withoutApolloParts],
);
await bundle(['rest.ts'], [besideBundle, withoutCatalogueTexts]);
