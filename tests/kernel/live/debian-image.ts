import { copyFileSync, lstatSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Image } from '../image.ts';
import { runProgram } from '../run-program.ts';
import { essentialPackages, packageFormat, readPackages } from './installed-packages.ts';

/** What Debian's slim image leaves out of its packages. */
const leftOut = /^\/usr\/share\/(doc|info|lintian|locale|man)\//;

/**
 * The essential packages of this machine's Debian and what they need: dash, bash, coreutils, perl-base, util-linux, libc and the like,
 * as debootstrap's `minbase` has them. The files are copied as they are here, so nothing is downloaded.
 */
export const debianImage: Image = {
  names: ['debian:13-slim'],
  command: ['bash'],
  fill: async (root) => {
    const { stdout: installed } = await runProgram('dpkg-query', '--show', '--showformat', packageFormat);
    const packages = essentialPackages(readPackages(installed));
    const { stdout: listed } = await runProgram('dpkg-query', '--listfiles', ...packages);
    const list = join(root, 'list-of-files');
    writeFileSync(list, packagedFiles(listed).join('\n'));
    await runProgram('sh', '-c', 'tar -C / --no-recursion -T "$1" -c | tar -C "$2" -x', 'sh', list, root);
    rmSync(list);
    // The files that base-passwd's maintainer script writes.
    for (const name of ['passwd', 'group']) {
      copyFileSync(join(root, 'usr/share/base-passwd', `${name}.master`), join(root, 'etc', name));
    }
  },
};

/**
 * The paths in dpkg's answer that are there, relative to the root; its other lines are remarks on diversions. Where /usr is merged, /bin
 * is a link, and what a package has in /bin lies in /usr/bin.
 */
const packagedFiles = (listed: string): readonly string[] => {
  const paths = listed
    .split('\n')
    .filter((path) => path.startsWith('/') && path !== '/.' && !leftOut.test(path))
    .filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined)
    .map((path) => join(realpathSync(dirname(path)), basename(path)).slice(1));
  return [...new Set(paths)];
};
