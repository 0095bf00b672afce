import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** Runs a program of this machine to its end. */
export const run = (program: string, ...words: readonly string[]) =>
  runFile(program, words, { timeout: 60_000, maxBuffer: 2 ** 26 });

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
  const [root, layer, archive] = ['rootfs', 'layer.tar', 'image.tar'].map((name) => join(build, name)) as [
    string,
    string,
    string,
  ]; // as many as there are names
  mkdirSync(root);
  await image.fill(root);
  await run('tar', '-C', root, '-cf', layer, '.');
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
  await run('tar', '-C', build, '-cf', archive, 'manifest.json', 'config.json', 'layer.tar');
  const options = ['--address', socket, '--namespace', 'k8s.io'];
  await run('ctr', ...options, 'images', 'import', '--snapshotter', 'native', archive);
  rmSync(build, { recursive: true });
};

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
