import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import type { Image } from './image.ts';
import { runProgram } from './run-program.ts';

/**
 * The image of every container of `runPod` and of every sandbox: the program of `probe.c`, statically linked, and nothing else. A
 * sandbox's process is called `pause`, as everywhere.
 */
export const probeImage: Image = {
  names: ['podshare.test/probe:1'],
  command: ['/pause', 'pause'],
  fill: async (root) => {
    await runProgram('gcc', '-static', '-O1', '-o', join(root, 'probe'), join(__dirname, 'probe.c'));
    symlinkSync('probe', join(root, 'pause'));
  },
};
