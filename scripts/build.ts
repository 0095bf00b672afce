import { readdirSync, rmSync } from 'node:fs';
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
 *   makers and their protocol are a third of it.
 */
const withoutApolloPlugins: Plugin = {
  name: 'without-apollo-plugins',
  setup: ({ onResolve }) => {
    onResolve(
      {
        filter: /^\.\/plugin\/(usageReporting|schemaReporting|inlineTrace|landingPage\/default)\/index\.js$/,
      },
      ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined),
    );
  },
};

const functions = readdirSync('functions').filter((file) => file.endsWith('.ts'));

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: functions.map((file) => ({ in: `functions/${file}`, out: basename(file, '.ts') })),
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  alias: {
    yaml: resolve('node_modules/yaml/browser/dist/index.js'),
    // In a bundle Apollo's own wrapper falls back to a hash written in JavaScript.
    '@apollo/utils.createhash': 'node:crypto',
  },
  loader: { '.graphql': 'text', '.html': 'text', '.txt': 'text' },
  plugins: [withoutApolloPlugins],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});
