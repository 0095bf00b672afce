import type { ProblemCode } from '../../model/problem.ts';
import type { Budget } from '../budget.ts';
import type { Failure, Refusal } from '../failure.ts';
import { findValue, isInfinite, type Node } from '../node.ts';
import { parseNode } from './parse-node.ts';
import { fail, kindOf, noToken, type Parser } from './parser.ts';
import { takeToken } from './scan.ts';
import { openScanner } from './scanner.ts';

export type Parsed = {
  /** null when the document says nothing at all. */
  readonly root: Node | null;
  readonly failure: Failure | null;
  readonly refusals: readonly Refusal[];
};

/**
 * Reads one YAML document into nodes, as kubectl reads it: a later key or merge overrides an earlier one.
 *
 * Never throws. The first thing that is wrong ends it. Linear in the text; aliases share nodes, and what they stand for
 * is counted against `limits.expandedNodes` and `limits.aliases` before anything expands it.
 *
 * @param text The document, which ends in a line break.
 * @param base Where the document starts in the whole text; offsets in the result count from the start of the whole.
 * @see go.yaml.in/yaml/v2 parserc.go (the grammar), decode.go (aliases, keys, merges)
 */
export function parseYaml(text: string, base: number, budget: Budget): Parsed {
  const scanner = openScanner(text);
  const parser: Parser = {
    scanner,
    token: takeToken(scanner) ?? noToken,
    before: 0,
    base,
    budget,
    anchors: new Map(),
    depth: 0,
    deepest: 0,
    aliases: 0,
    values: 0,
    reads: 1,
    aliasReads: 0,
    hasExcessiveAliases: false,
    hasUnprintable: false,
  };
  const root = kindOf(parser) === 'end' ? null : parseNode(parser, 'elsewhere').value;
  if (parser.hasUnprintable && root !== null) failUnprintable(parser, root);
  const { failure, refusals } = scanner;
  return {
    root: failure === null ? root : null,
    failure: failure && { ...failure, at: failure.at + base },
    refusals: refusals.map(({ at, detail }) => ({ at: at + base, detail })),
  };
}

/**
 * kubectl fails on these only when it turns the whole into JSON: what a later key replaced does not matter.
 *
 * @see sigs.k8s.io/yaml yaml.go, yamlToJSONTarget
 */
function failUnprintable(parser: Parser, root: Node): void {
  const found = findValue(root, (node) => (node.type === 'map' ? node.badKey !== null : isInfinite(node)));
  if (found === null) return;
  const [code, detail]: [ProblemCode, string] =
    found.type === 'map'
      ? ['BAD_KEY', 'Null, or an integer of more than 63 bits, cannot be a key.']
      : ['YAML_UNSUPPORTED', 'JSON, which Kubernetes speaks, has no infinite and no undefined number.'];
  const at = found.type === 'map' ? (found.badKey?.start ?? 0) : found.start;
  fail(parser, { code, detail, at: at - parser.base });
}
