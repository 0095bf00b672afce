/** Adds a member or item to a pointer (RFC 6901). */
export function joinPointer(pointer: string, part: string | number): string {
  const plain = typeof part === 'number' || !/[~/]/.test(part);
  return `${pointer}/${plain ? part : part.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Lists the members and items on the way of a pointer. */
export function splitPointer(pointer: string): string[] {
  if (!pointer.startsWith('/')) return [];
  const parts = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return parts;
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Pointer of the map or list something stands in. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
