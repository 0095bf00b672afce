import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Image } from '../image.ts';
import { runProgram } from '../run-program.ts';

/** Debian's busybox-static. Its version is older than the tag says, and its applets are those that Debian builds. */
export const busyboxImage: Image = {
  names: ['busybox:1.37', 'busybox:latest'],
  command: ['sh'],
  fill: async (root) => {
    for (const folder of ['bin', 'etc', 'home', 'root', 'tmp', 'usr', 'var']) mkdirSync(join(root, folder));
    const { stdout: program } = await runProgram('sh', '-c', 'command -v busybox');
    await runProgram('cp', program.trim(), join(root, 'bin', 'busybox'));
    const { stdout: listed } = await runProgram('busybox', '--list');
    const applets = listed.split('\n').filter((name) => name !== '' && name !== 'busybox');
    for (const applet of applets) symlinkSync('busybox', join(root, 'bin', applet));
    await runProgram('chmod', '1777', join(root, 'tmp'));
    writeFileSync(
      join(root, 'etc', 'passwd'),
      'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n',
    );
    writeFileSync(join(root, 'etc', 'group'), 'root:x:0:\nnobody:x:65534:\n');
  },
};
