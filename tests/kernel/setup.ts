import { startContainerd } from './containerd.ts';

/**
 * Starts and stops a node before the tests, so that a machine that cannot run one says so once and not in every test.
 */
// biome-ignore lint/style/noDefaultExport: jest takes the default export of a global setup.
export default async (): Promise<void> => {
  const node = await startContainerd();
  await node.stop();
  console.log(`Kernel tests run on ${node.version}.`);
};
