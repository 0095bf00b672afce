import type { PatchOperation } from '../../src/model/fix.ts';

/**
 * Applies a JSON Patch by the letter of RFC 6902, without the code that writes it: each path must lead somewhere, and a
 * value that is replaced or removed must be there.
 */
export function applyJsonPatch(value: unknown, patch: readonly PatchOperation[]): unknown {
  const root = { document: structuredClone(value) };
  for (const operation of patch) {
    if (operation.op === 'move') add(root, operation.path, take(root, operation.from));
    else if (operation.op === 'remove') take(root, operation.path);
    else {
      if (operation.op === 'replace') take(root, operation.path);
      add(root, operation.path, operation.value);
    }
  }
  return root.document;
}

type Holder = Record<string, unknown> | unknown[];

function find(root: object, pointer: string): { holder: Holder; key: string } {
  const parts = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = parts.pop() ?? '';
  let holder: unknown = root;
  for (const part of ['document', ...parts.slice(1)]) holder = Reflect.get(Object(holder), part);
  if (typeof holder !== 'object' || holder === null) throw new Error(`${pointer} leads nowhere`);
  return { holder: holder as Holder, key };
}

function take(root: object, pointer: string): unknown {
  const { holder, key } = find(root, pointer);
  if (!Object.hasOwn(holder, key)) throw new Error(`Nothing is at ${pointer}`);
  const value = Reflect.get(holder, key);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return value;
}

function add(root: object, pointer: string, value: unknown): void {
  const { holder, key } = find(root, pointer);
  if (Array.isArray(holder)) holder.splice(Number(key), 0, value);
  else holder[key] = value;
}
