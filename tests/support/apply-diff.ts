import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Applies a unified diff with `git apply`, which refuses what does not fit to the letter. */
export function gitApply(text: string, diff: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'podshare-'));
  try {
    const file = join(folder, 'manifest.yaml');
    writeFileSync(file, text);
    if (diff !== '') {
      const env = { ...process.env, GIT_DIR: join(folder, 'none'), GIT_CONFIG_GLOBAL: '/dev/null' };
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: diff, env });
    }
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Applies a unified diff hunk by hunk: what it says of the lines it does not change must be so. */
export function applyDiff(text: string, diff: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [header = '', ...body] = hunk.match(/[^\n]*\n/g) ?? [];
    const [, start = '0', count = '0'] = /^@@ -(\d+),(\d+) /.exec(header) ?? [];
    const from = Number(start) - (count === '0' ? 0 : 1);
    result.push(...lines.slice(at, from));
    at = from;
    for (const line of withoutMissingBreaks(body)) {
      if (line.startsWith('+')) result.push(line.slice(1));
      else {
        if (lines[at] !== line.slice(1)) throw new Error(`Line ${at + 1} is not what the diff says`);
        if (line.startsWith(' ')) result.push(line.slice(1));
        at += 1;
      }
    }
  }
  return [...result, ...lines.slice(at)].join('');
}

/** A line before `\ No newline at end of file` has none. */
function withoutMissingBreaks(body: readonly string[]): string[] {
  return body.flatMap((line, i) => {
    if (line.startsWith('\\')) return [];
    return body[i + 1]?.startsWith('\\') ? [line.slice(0, -1)] : [line];
  });
}
