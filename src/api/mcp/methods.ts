import { engineName, engineVersion } from '../../model/engine.ts';
import type { CheckCatalogue } from '../rest/reference/checks.ts';
import { done, listing, type Method } from './method.ts';
import { getPrompt, prompts } from './prompts.ts';
import { createResources } from './resources.ts';
import { findRevision, newestHandshake, type Revision, revisions, statelessRevision } from './revisions.ts';
import { createToolCall, type ToolListing } from './tools/call.ts';
import { listTopics } from './topics.ts';

/** The generated documents that are told of: `schema/mcp-tools.json`, `checks.json` and `report.schema.json`. */
export type Documents = {
  readonly tools: readonly ToolListing[];
  readonly catalogue: CheckCatalogue;
  readonly reportSchema: object;
};

type Methods = ReadonlyMap<string, Method>;

/**
 * Makes the methods of each revision.
 *
 * What never changes between two releases is not announced: no list has `listChanged`, no resource can be subscribed to, and
 * `subscriptions/listen` is a method that is not there.
 */
export function createMethods(documents: Documents): (revision: Revision) => Methods {
  const topics = listTopics(documents.catalogue);
  const resources = createResources(topics, documents.reportSchema);
  const shared: readonly (readonly [string, Method])[] = [
    ['tools/list', listing({ tools: documents.tools })],
    ['tools/call', createToolCall(topics)],
    ['resources/list', listing({ resources: resources.list })],
    ['resources/templates/list', listing({ resourceTemplates: resources.templates })],
    ['resources/read', resources.read],
    ['prompts/list', listing({ prompts })],
    ['prompts/get', getPrompt],
  ];
  const handshake: Methods = new Map([['initialize', initialize], ['ping', () => done({})], ...shared]);
  const stateless: Methods = new Map(
    [['server/discover', discover] as const, ...shared].map(([name, method]) => [
      name,
      asStateless(name, method),
    ]),
  );
  return (revision) => (revision === statelessRevision ? stateless : handshake);
}

const serverInfo = { name: engineName, version: engineVersion, title: engineName };
const capabilities = { tools: {}, resources: {}, prompts: {} };

/** For the model that uses the tools: what descriptions of single tools do not say. */
const instructions = [
  'podshare reads Kubernetes manifests and tells exactly what the containers of each Pod share: namespaces, volumes, ports,',
  '/dev/shm, why, and what one container can therefore do to another. Send manifests as text, whole, as they were written.',
  'Begin with analyze_sharing; its findings have ids that fix_findings takes. Answers are short unless detail is "full";',
  'what was left out of one is counted in it. Nothing that is sent is stored.',
].join(' ');

/** @see MCP 2025-11-25, Lifecycle, "Version Negotiation": the version asked for if it is spoken, else the newest. */
const initialize: Method = ({ protocolVersion }) => {
  const wanted = findRevision(protocolVersion);
  return done({
    protocolVersion: wanted === undefined || wanted === statelessRevision ? newestHandshake : wanted,
    capabilities,
    serverInfo,
    instructions,
  });
};

const discover: Method = () => done({ supportedVersions: revisions, capabilities, instructions });

/** Methods whose results change only with a release. */
const kept: ReadonlySet<string> = new Set([
  'server/discover',
  'tools/list',
  'resources/list',
  'resources/templates/list',
  'resources/read',
  'prompts/list',
]);

/** As long as the reference endpoints let callers keep an answer. */
const cacheHints = { ttlMs: 300_000, cacheScope: 'public' };

/** Writes results as 2026-07-28 does: complete, signed, and where they can be kept with how long. */
const asStateless =
  (name: string, method: Method): Method =>
  (params, revision) => {
    const outcome = method(params, revision);
    if (!outcome.ok) return outcome;
    const result = {
      resultType: 'complete',
      ...outcome.result,
      ...(kept.has(name) && cacheHints),
      _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
    };
    return { ...outcome, result };
  };
