import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const run = (program: string, words: readonly string[]) => runFile(program, words, { timeout: 60_000 });

/** The image of every container and of the sandbox: the program of `probe.c`, statically linked, and nothing else. */
export const image = 'podshare.test/probe:1';

/**
 * Builds the image as a docker-archive (one layer, no registry) in `folder` and imports it into the containerd at `socket`.
 *
 * @see https://github.com/moby/docker-image-spec for the files of the archive.
 */
export const importImage = async (folder: string, socket: string): Promise<void> => {
  const build = join(folder, 'image');
  mkdirSync(join(build, 'rootfs'), { recursive: true });
  await run('gcc', ['-static', '-O1', '-o', join(build, 'rootfs', 'probe'), join(__dirname, 'probe.c')]);
  await run('tar', ['-C', join(build, 'rootfs'), '-cf', join(build, 'layer.tar'), '.']);

  const digest = createHash('sha256')
    .update(readFileSync(join(build, 'layer.tar')))
    .digest('hex');
  const configuration = {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: { Entrypoint: ['/probe', 'pause'] },
    rootfs: { type: 'layers', diff_ids: [`sha256:${digest}`] },
  };
  writeFileSync(join(build, 'config.json'), JSON.stringify(configuration));
  writeFileSync(
    join(build, 'manifest.json'),
    JSON.stringify([{ Config: 'config.json', RepoTags: [image], Layers: ['layer.tar'] }]),
  );
  await run('tar', [
    '-C',
    build,
    '-cf',
    join(build, 'image.tar'),
    'manifest.json',
    'config.json',
    'layer.tar',
  ]);
  const options = ['--address', socket, '--namespace', 'k8s.io'];
  await run('ctr', [...options, 'images', 'import', '--snapshotter', 'native', join(build, 'image.tar')]);
};
