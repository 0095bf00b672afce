import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/**
 * Runs a program of this machine to its end and gives what it printed.
 *
 * @throws Error with what it complained of when it fails or takes more than a minute.
 */
export const runProgram = (program: string, ...words: readonly string[]) =>
  runFile(program, words, { timeout: 60_000, maxBuffer: 2 ** 26 });
