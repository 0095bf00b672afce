import { isObject } from '../../members.ts';
import { isWithinOutputLimit, outputTooLarge } from '../../output-limit.ts';
import { errorCodes } from '../json-rpc.ts';
import { failed, type Method, type MethodOutcome } from '../method.ts';
import type { Revision } from '../revisions.ts';
import type { Topic } from '../topics.ts';
import { createTools } from './index.ts';
import { tellRejection } from './rejection.ts';
import type { Told } from './told.ts';

/** A tool as it is listed: one entry of `schema/mcp-tools.json`. */
export type ToolListing = { readonly name: string };

/**
 * Makes `tools/call`.
 *
 * An unknown tool and arguments that are no object are errors of the protocol. What a model can fix, it is told as the
 * result of the tool, with `isError`: a bad manifest always, bad arguments since 2025-11-25; before, they were errors of the
 * protocol too.
 *
 * @see MCP 2025-06-18, 2025-11-25 and 2026-07-28, Tools, "Error Handling"
 */
export function createToolCall(topics: readonly Topic[]): Method {
  const tools = createTools(topics);
  return ({ name, arguments: given = {} }, revision) => {
    const tool = typeof name === 'string' ? tools.get(name) : undefined;
    if (tool === undefined)
      return failed(errorCodes.invalidParams, 'There is no such tool: tools/list lists them.');
    if (!isObject(given)) return failed(errorCodes.invalidParams, 'The arguments of a tool are an object.');

    const outcome = tool(given);
    if (outcome.type === 'bad-arguments' && takesArgumentsAsProtocol(revision))
      return failed(errorCodes.invalidParams, outcome.problems.map(({ detail }) => detail).join(' '));
    if (outcome.type !== 'told') return toResult(tellRejection(outcome.problems), { isError: true });

    for (const told of outcome.ways) {
      const result = toResult(told);
      if (isWithinOutputLimit(JSON.stringify(result.result)))
        return { ...result, ...(outcome.counts && { counts: outcome.counts }) };
    }
    return toResult(tellRejection([outputTooLarge]), { isError: true });
  };
}

const takesArgumentsAsProtocol = (revision: Revision) =>
  revision === '2025-03-26' || revision === '2025-06-18';

const toResult = ({ text, data }: Told, error: { readonly isError?: true } = {}) =>
  ({
    ok: true,
    result: { content: [{ type: 'text', text }], structuredContent: data, ...error },
  }) satisfies MethodOutcome;
