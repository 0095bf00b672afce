import type { PatchOperation } from '../../model/fix.ts';
import { joinPointer, parentOf, splitPointer } from '../../model/pointer.ts';
import type { Step } from './step.ts';

/**
 * Writes steps as a JSON Patch. Its operations are done one after another: what stands deeper or later comes first, so that
 * each path leads where it did before any of them. Empty when no value changes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6902
 */
export function toPatch(steps: readonly Step[]): PatchOperation[] {
  return steps
    .flatMap((step) => toOperation(step) ?? [])
    .map((operation) => ({
      operation,
      path: splitPointer('from' in operation ? operation.from : operation.path),
    }))
    .sort(
      (a, b) =>
        compareBackwards(a.path, b.path) || Number('from' in a.operation) - Number('from' in b.operation),
    )
    .map(({ operation }) => operation);
}

function toOperation(step: Step): PatchOperation | null {
  const { op, pointer: path } = step;
  switch (op) {
    case 'remove':
      return { op, path };
    case 'replace': {
      const {
        place: { value: before },
      } = step;
      return 'value' in before && before.value === step.value ? null : { op, path, value: step.value };
    }
    case 'add':
      return { op, path, value: step.value };
    case 'rename':
      return { op: 'move', from: path, path: joinPointer(parentOf(path), step.key) };
    default:
      return null;
  }
}

/** Brings the later of two items first, and what is inside of something before that. */
function compareBackwards(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x === y) continue;
    const areNumbers = /^\d+$/.test(x) && /^\d+$/.test(y);
    return areNumbers ? Number(y) - Number(x) : x < y ? 1 : -1;
  }
  return b.length - a.length;
}

/**
 * Applies what `toPatch` wrote to plain data, which is changed.
 *
 * @param value What `toPlain` gives: each map has a prototype of none.
 */
export function applyPatch(value: unknown, patch: readonly PatchOperation[]): void {
  for (const operation of patch) {
    const path = splitPointer('from' in operation ? operation.from : operation.path);
    const key = path.pop() ?? '';
    const parent = path.reduce<unknown>(child, value);
    if (operation.op === 'remove' && Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (typeof parent === 'object' && parent !== null) change(parent, key, operation);
  }
}

function child(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
}

function change(parent: object, key: string, operation: PatchOperation): void {
  if (operation.op === 'add' || operation.op === 'replace') Reflect.set(parent, key, operation.value);
  else {
    const value = Reflect.get(parent, key);
    Reflect.deleteProperty(parent, key);
    if (operation.op === 'move') Reflect.set(parent, splitPointer(operation.path).at(-1) ?? '', value);
  }
}
