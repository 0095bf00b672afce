import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runProgram } from './run-program.ts';

/** An image that is made on this machine, so that no registry is needed. */
export type Image = {
  /** References that manifests use. */
  readonly names: readonly [string, ...string[]];
  /** What runs where a manifest gives neither command nor args. */
  readonly command: readonly string[];
  /** Writes the root file system into an empty folder. */
  readonly fill: (root: string) => Promise<unknown>;
};

/**
 * Builds an image as a docker-archive (one layer) in a folder of its own below `folder` and imports it into the containerd at
 * `socket`.
 *
 * @see https://github.com/moby/docker-image-spec for the files of the archive.
 */
export const importImage = async (image: Image, folder: string, socket: string): Promise<void> => {
  const build = mkdtempSync(join(folder, 'image-'));
  const root = join(build, 'rootfs');
  const layer = join(build, 'layer.tar');
  const archive = join(build, 'image.tar');
  mkdirSync(root);
  await image.fill(root);
  await runProgram('tar', '-C', root, '-cf', layer, '.');
  const configuration = {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: { Cmd: image.command },
    rootfs: { type: 'layers', diff_ids: [`sha256:${digestOf(layer)}`] },
  };
  writeFileSync(join(build, 'config.json'), JSON.stringify(configuration));
  writeFileSync(
    join(build, 'manifest.json'),
    JSON.stringify([{ Config: 'config.json', RepoTags: image.names, Layers: ['layer.tar'] }]),
  );
  await runProgram('tar', '-C', build, '-cf', archive, 'manifest.json', 'config.json', 'layer.tar');
  const options = ['--address', socket, '--namespace', 'k8s.io'];
  await runProgram('ctr', ...options, 'images', 'import', '--snapshotter', 'native', archive);
  rmSync(build, { recursive: true });
};

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
