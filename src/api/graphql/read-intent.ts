import type { Members } from '../members.ts';

/** A wish as the graph takes it: exactly one member. */
type WishInput = {
  readonly all?: string;
  readonly files?: { readonly path: string } & Members;
  readonly sharedMemory?: { readonly size: string } & Members;
  readonly port?: Members;
} & Members;

export type IntentInput = {
  readonly share?: readonly WishInput[] | null;
  readonly keepApart?: readonly WishInput[] | null;
} & Members;

/**
 * Says an intent of the graph as REST says it: `{ all: "pid" }` is the word itself, `files: { path }` is `{ files: path }`,
 * `sharedMemory: { size }` is `{ "shared-memory": size }`, `port: { port, … }` stands without a name. What is null is absent.
 * Nothing is judged here.
 */
export const readIntent = ({ share, keepApart, containers, ...intent }: IntentInput): Members => ({
  ...present(intent),
  ...(Array.isArray(containers) && { containers: containers.map(present) }),
  ...(share != null && { share: share.map(readWish) }),
  ...(keepApart != null && { keepApart: keepApart.map(readWish) }),
});

function readWish({ all, files, sharedMemory, port, ...among }: WishInput): unknown {
  if (all !== undefined) return all;
  if (files !== undefined) {
    const { path, ...who } = files;
    return { files: path, ...present(who) };
  }
  if (sharedMemory !== undefined) {
    const { size, ...who } = sharedMemory;
    return { 'shared-memory': size, ...present(who) };
  }
  return port === undefined ? among : present(port);
}

const present = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
