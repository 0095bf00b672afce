import { examples } from '../../../core/examples/index.ts';
import { namespaces } from '../../../core/namespaces/index.ts';
import { table } from '../../../formats/markdown/text.ts';
import { localBase } from '../base.ts';
import { operations } from '../openapi/operations.ts';
import { summary } from '../reference/root.ts';
import { routes } from '../routes.ts';
import { commands } from './commands.ts';

/** What the guides tell of a check. */
export type CheckText = {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
};

/**
 * Prints `/llms.txt`: what podshare answers and where the rest stands, for a language model that has no room for more.
 * All that stands in it is ours: nothing needs escaping.
 *
 * @see https://llmstxt.org
 */
export const buildLlms = (checks: readonly CheckText[]): string => print(checks, false);

/** Prints `/llms-full.txt`: the same with why each check looks, what to do about it, and what each example teaches. */
export const buildLlmsFull = (checks: readonly CheckText[]): string => print(checks, true);

const print = (checks: readonly CheckText[], isFull: boolean): string =>
  [
    '# podshare',
    `> ${summary} A Kubernetes manifest in, and for every Pod in it: which containers share which namespaces, volumes, ports and /dev/shm, why, and what one container can therefore do to another.`,
    about,
    table(
      ['Namespace', 'Isolates', 'In a Pod', 'Changed by'],
      namespaces.map(({ title, isolates, byDefault, fields }) => [
        title,
        isolates,
        byDefault,
        fields.join(', ') || 'nothing',
      ]),
    ),
    section(
      'Endpoints',
      routes.map(({ key, summary: what }) =>
        entry(
          key,
          `/docs#${operations[key].operationId}`,
          `${what}. ${isFull ? `${operations[key].description} ` : ''}\`${commands[key]}\``,
        ),
      ),
    ),
    section(
      'Checks',
      checks.map(({ id, summary: what, why, remedy }) =>
        entry(id, `/v1/checks/${id}`, isFull ? `${what} ${why} ${remedy}` : what),
      ),
    ),
    section(
      'Examples',
      examples.map(({ id, title, teaches, lesson }) =>
        entry(
          id,
          `/v1/examples/${id}`,
          isFull ? [`${title}.`, teaches, lesson].filter(Boolean).join(' ') : title,
        ),
      ),
    ),
    section('Optional', [
      entry('OpenAPI', '/openapi.json', 'every parameter, status and shape'),
      entry('Actions', '/openapi/actions.json', 'a smaller document for assistants that import actions'),
      ...(isFull ? [] : [entry('More', '/llms-full.txt', 'this text with reasons and remedies')]),
    ]),
  ].join('\n\n');

const about = [
  'Send YAML or JSON as it is: Pods, everything with a Pod template, Lists, many documents at once. Nothing is stored or logged.',
  'Containers of a Pod always share the network namespace, and with it localhost and ports; volumes,',
  '/dev/shm, /etc/hosts, /etc/hostname and /etc/resolv.conf are the only files they share. PID namespaces are separate unless',
  '`shareProcessNamespace` or `hostPID` is true. Ask podshare about the rest: runtimes,',
  'cgroup versions and Kubernetes versions differ. Answers are JSON, or what `format` in the query or `Accept` asks for.',
  'In JSON each statement has the reason, the field that decided it and its source. `detail=summary` leaves pairs out.',
  'Failures are `application/problem+json` with a stable `code`; of GraphQL `errors`, of MCP JSON-RPC errors.',
].join(' ');

const section = (title: string, entries: readonly string[]) => `## ${title}\n\n${entries.join('\n')}`;

const entry = (name: string, path: string, note: string) => `- [${name}](${localBase}${path}): ${note}`;
