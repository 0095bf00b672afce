/**
 * What a decimal number is when its digits are taken as octal, which is what file modes are written in; nothing when they
 * cannot be, or name no mode.
 *
 * @example readAsOctal(644) // => 0o644
 */
export const readAsOctal = (mode: unknown): number | undefined =>
  /^[1-7][0-7]{2}$/.test(String(mode)) ? Number.parseInt(String(mode), 8) : undefined;

/** A mode as people write it: `0644`. */
export const printMode = (mode: number): string => `0${mode.toString(8)}`;

/** A mode without write permission for the group and for others. */
export const withoutWrite = (mode: number): number => mode & ~0o022;
