import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checks } from '../../src/core/checks/index.ts';
import { findBundle } from '../support/bundles.ts';

/** What would be deployed: `serverless package` asks nobody and puts into each zip what its function needs. */

/** The bundles in the zip of each function. */
const bundles = {
  authoring: ['authoring'],
  graphql: ['graphql'],
  mcp: ['mcp'],
  reference: ['reference'],
  rest: ['edits', 'formats', 'rest'],
} as const;
const folder = mkdtempSync(join(tmpdir(), 'podshare-'));

beforeAll(() => {
  for (const name of Object.values(bundles).flat()) findBundle(name);
  execFileSync(
    process.execPath,
    ['node_modules/serverless/bin/serverless.js', 'package', '--package', folder],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SLS_LOG_LEVEL: 'error' },
    },
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

test('one zip for each function, with its bundles in it', () => {
  const zips = readdirSync(folder).filter((file) => file.endsWith('.zip'));
  const contents = zips.map((zip) => [zip, listNames(readFileSync(join(folder, zip)))]);
  expect(contents.sort()).toEqual(
    Object.entries(bundles).map(([name, inside]) => [
      `${name}.zip`,
      inside.map((each) => `dist/${each}.cjs`),
    ]),
  );
});

test('functions, log and gateway are as they should be', () => {
  const template = JSON.parse(
    readFileSync(join(folder, 'cloudformation-template-update-stack.json'), 'utf8'),
  );
  expect(template.Resources).toMatchObject({
    RestLambdaFunction: {
      Properties: { Runtime: 'nodejs24.x', Architectures: ['arm64'], MemorySize: 1769, Timeout: 10 },
    },
    AuthoringLambdaFunction: { Properties: { Runtime: 'nodejs24.x', Architectures: ['arm64'] } },
    ReferenceLambdaFunction: { Properties: { Runtime: 'nodejs24.x', Architectures: ['arm64'] } },
    GraphqlLambdaFunction: { Properties: { Runtime: 'nodejs24.x', Architectures: ['arm64'] } },
    McpLambdaFunction: { Properties: { Runtime: 'nodejs24.x', Architectures: ['arm64'] } },
    RestLogGroup: { Properties: { RetentionInDays: 30 } },
    HttpApi: { Properties: { CorsConfiguration: { AllowOrigins: ['*'] } } },
    HttpApiStage: {
      Properties: { DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 } },
    },
  });
});

test.each([
  ['rest', /ZodError|GraphQLError|sourceMappingURL|flowchart|<svg/],
  ['authoring', /ZodError|GraphQLError|sourceMappingURL/],
  ['formats', /ZodError|GraphQLError|sourceMappingURL/],
  ['reference', /ZodError|GraphQLError|sourceMappingURL/],
  ['mcp', /ZodError|GraphQLError|sourceMappingURL/],
  ['graphql', /ZodError|usage-reporting\.api|sourceMappingURL/],
] as const)('the bundle of %s has nothing in it that it does not need', (name, unwanted) => {
  expect(readFileSync(findBundle(name), 'utf8')).not.toMatch(unwanted);
});

test('the function that runs the checks does not hold what people read about them', () => {
  const rest = readFileSync(findBundle('rest'), 'utf8');
  const held = checks.filter(({ summary, why }) => rest.includes(summary) || rest.includes(why));
  expect(held.map(({ id }) => id)).toEqual([]);
  expect(checks.filter(({ id, remedy }) => !rest.includes(id) || !rest.includes(remedy))).toEqual([]);
});

/** Names in the central directory of a zip: a signature, the length of the name at 28, the name at 46. */
function listNames(zip: Buffer): string[] {
  const names: string[] = [];
  for (
    let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names;
}
