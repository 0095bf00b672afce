import { runProgram } from '../run-program.ts';

/** What `kubectl exec` is asked to do. */
export type ExecCommand = { readonly container: string; readonly program: readonly string[] };

/** Reads a command line as a shell does; undefined when it is not one `kubectl exec … -c CONTAINER -- PROGRAM …`. */
export const readExec = async (line: string): Promise<ExecCommand | undefined> => {
  if (!line.startsWith('kubectl exec ')) return undefined;
  const { stdout } = await runProgram('sh', '-c', `kubectl() { printf '%s\\0' "$@"; }\n${line}`);
  const words = stdout.split('\0').slice(0, -1);
  const [option, end] = [words.indexOf('-c'), words.indexOf('--')];
  const container = words[option + 1];
  if (option < 0 || end < option || container === undefined) return undefined;
  return { container, program: words.slice(end + 1) };
};
