import type { Arguments } from '../example.ts';
import { endsByItself } from './kinds.ts';

/**
 * A command of shell lines that ends at once on SIGTERM: PID 1 ignores a signal it does not handle, and a shell handles one
 * only when no program is in front. So every line that takes time must end in `& wait $!`.
 *
 * @see pid_namespaces(7), sh(1) `trap` and `wait`
 */
export const shell = (...lines: readonly string[]): readonly string[] => onSigterm('exit 0', ...lines);

/** The same for work that has an end: to be stopped before it is a failure, with the code of a program that SIGTERM ends. */
export const task = (...lines: readonly string[]): readonly string[] => onSigterm('exit 143', ...lines);

/** A command of shell lines that does something of its own on SIGTERM: shell without single quotes. */
export const onSigterm = (last: string, ...lines: readonly string[]): readonly string[] => [
  '/bin/sh',
  '-c',
  script(`trap '${last}' TERM`, ...lines),
];

/** A command of Perl lines, which prints at once and ends on SIGTERM. What `perl-base` of Debian has is enough. */
export const perl = (...lines: readonly string[]): readonly string[] => [
  'perl',
  '-e',
  script('$| = 1;', '$SIG{TERM} = sub { exit 0 };', ...lines),
];

/** The command of an app: a shell that lasts, or a task where the Pod is to end by itself. */
export const work = (values: Arguments, ...lines: readonly string[]): readonly string[] =>
  endsByItself(values) ? task(...lines) : shell(...lines);

/** Lines of shell again and again, with a rest of some seconds in between. */
export const every = (seconds: number, ...lines: readonly string[]): string =>
  loop('while true', seconds, lines);

/** The same, but ten times where the Pod is to end by itself. */
export const rounds = (values: Arguments, seconds: number, ...lines: readonly string[]): string =>
  loop(endsByItself(values) ? 'for _ in 1 2 3 4 5 6 7 8 9 10' : 'while true', seconds, lines);

const loop = (head: string, seconds: number, lines: readonly string[]): string =>
  [
    `${head}; do`,
    ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`),
    `  ${rest(seconds)}`,
    'done',
  ].join('\n');

/** Rests without keeping the shell from a signal. */
export const rest = (seconds: number): string => `sleep ${seconds} & wait $!`;

const script = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
