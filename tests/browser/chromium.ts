import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Starts the Chromium named by `CHROMIUM`, or the one on PATH. It speaks to nobody but the pages it is shown. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? findOnPath('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

function findOnPath(program: string): string {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .find((folder) => isProgram(join(folder, program)));
  if (path === undefined) throw new Error(`There is no ${program} on PATH: install it, or set CHROMIUM`);
  return join(path, program);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run.
    return false;
  }
}
