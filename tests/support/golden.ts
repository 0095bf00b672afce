import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Holds a text to the file that was reviewed; undefined, that there is none. With `UPDATE_GOLDEN=1` the file is written anew:
 * then its diff is what is reviewed.
 */
export function expectGolden(path: string, text: string | undefined): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(text);
}
