import { limits } from '../../model/limits.ts';
import type { Budget } from '../budget.ts';
import { type Failure, tooDeep } from '../failure.ts';
import type { Item, Node, Scalar } from '../node.ts';
import { readScalar } from './scalar.ts';
import { takeToken } from './scan.ts';
import type { Scanner, Token, TokenKind } from './scanner.ts';

/** A node where it stands: the span of an alias is the alias, that of its value the anchor. */
export type Placed = Item & { readonly isAlias: boolean; readonly isMergeKey: boolean };

/** What an alias stands for. */
export type Anchor = {
  /** null while the value is still open. */
  node: Node | null;
  /** Values and decoding steps in it, aliases counted as all they stand for. */
  values: number;
  reads: number;
  /** Levels of lists and maps in it. */
  height: number;
};

/** The state of turning tokens into nodes. */
export type Parser = {
  readonly scanner: Scanner;
  token: Token;
  /** Where the token before it ends. */
  before: number;
  /** Where the document starts in the whole text; offsets of tokens count from there, those of nodes from the start of the whole. */
  readonly base: number;
  readonly budget: Budget;
  readonly anchors: Map<string, Anchor>;
  /** Lists and maps that are open, and the most that were since the innermost anchor. */
  depth: number;
  deepest: number;
  aliases: number;
  /** Values so far, each alias counted as all it stands for. */
  values: number;
  /** Steps kubectl's decoder takes so far, and those of them inside aliases. */
  reads: number;
  aliasReads: number;
  hasExcessiveAliases: boolean;
  /** Whether a value or key was seen that JSON cannot hold. */
  hasUnprintable: boolean;
};

/** Where a node stands. Only the key or value of a block map may be a list at the column of the map. */
export type Context = 'in-block-map' | 'elsewhere';

/** Parses whatever stands at the current token. Given to the parsers of lists and maps, which it calls itself. */
export type ParseNode = (parser: Parser, context: Context) => Placed;

export const noToken: Token = {
  kind: 'end',
  start: 0,
  end: 0,
  text: '',
  style: 'plain',
  key: null,
  isKey: false,
  opensMap: false,
};

/** Kind of the current token; one that starts a key without `?` counts as `block-map` and `?` before it counts as itself. */
export function kindOf({ token }: Parser): TokenKind {
  if (token.opensMap) return 'block-map';
  return token.isKey ? '?' : token.kind;
}

export function advance(parser: Parser): void {
  const { token, scanner } = parser;
  if (token.opensMap) token.opensMap = false;
  else if (token.isKey) token.isKey = false;
  else {
    parser.before = token.end;
    parser.token = takeToken(scanner) ?? noToken;
  }
}

/** Ends the parse: every loop ends at `end`. The first failure counts. */
export function fail(parser: Parser, failure: Failure): void {
  parser.scanner.failure ??= failure;
  parser.token = noToken;
}

export function hasFailed(parser: Parser): boolean {
  return parser.scanner.failure !== null;
}

export function failSyntax(parser: Parser, detail: string): void {
  fail(parser, { code: 'YAML_SYNTAX', detail, at: parser.token.start });
}

export function failTooMany(parser: Parser, at: number): void {
  const detail = `With every alias counted as what it stands for, there are more than ${limits.expandedNodes} values.`;
  fail(parser, { code: 'TOO_MANY_NODES', detail, at, limit: 'expandedNodes' });
}

/** Counts a node that is written, rather than reached through an alias. */
export function countNode(parser: Parser): void {
  parser.values += 1;
  parser.reads += 1;
}

/** Opens a list or map, parses it one level deeper, and closes it. */
export function nest(parser: Parser, parse: () => Node): Node {
  parser.depth += 1;
  parser.deepest = Math.max(parser.deepest, parser.depth);
  if (parser.depth > limits.nestingDepth) fail(parser, tooDeep(parser.token.start));
  const node = parse();
  parser.depth -= 1;
  return node;
}

export function buildScalar(parser: Parser, token: Token, tag = ''): Scalar {
  const { text, style } = token;
  const reading = readScalar(text, tag, style === 'plain');
  if (reading === null) {
    fail(parser, { code: 'YAML_SYNTAX', detail: 'The value is not what its tag says.', at: token.start });
  }
  const { type, value } = reading ?? { type: 'null', value: null };
  if (type === 'float' && !Number.isFinite(value)) parser.hasUnprintable = true;
  // Type and value come from one reading, so they belong together.
  return {
    type,
    value,
    text,
    style,
    start: parser.base + token.start,
    end: parser.base + token.end,
  } as Scalar;
}

/** Stands for a value that is not written: null, at the end of what stands before it. */
export function parseNothing(parser: Parser): Placed {
  countNode(parser);
  const value = buildScalar(parser, { ...noToken, start: parser.before, end: parser.before });
  return { start: value.start, end: value.end, value, isAlias: false, isMergeKey: false };
}
