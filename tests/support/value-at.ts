/** Finds what a pointer leads to, undefined when there is nothing; the names on its way hold neither `/` nor `~`. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inside, part) => (inside as Record<string, unknown> | undefined)?.[part], value);
