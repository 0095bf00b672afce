import { isObject } from './members.ts';

/** Takes a problem: the RFC 6901 pointer of what is wrong, and what it must be. */
export type Report = (pointer: string, detail: string) => void;

/** Looks at a value and reports everything that is wrong with it. */
export type Check = (value: unknown, pointer: string, report: Report) => void;

/** A text that matches; `rule` ends the sentence "It must be …". */
export const text =
  (pattern: RegExp, rule: string, longest = Number.POSITIVE_INFINITY): Check =>
  (value, pointer, report) => {
    // The length first: it is cheaper than a pattern on a long text.
    const isGood = typeof value === 'string' && value.length <= longest && pattern.test(value);
    if (!isGood) report(pointer, `It must be ${rule}.`);
  };

export const oneOf =
  (words: readonly string[]): Check =>
  (value, pointer, report) => {
    if (!words.some((word) => word === value)) report(pointer, `It must be one of ${words.join(', ')}.`);
  };

export const integer =
  (least: number, most: number): Check =>
  (value, pointer, report) => {
    const isGood = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    if (!isGood) report(pointer, `It must be a whole number from ${least} to ${most}.`);
  };

/** A list within bounds; one that is too long is not looked into. */
export const list =
  (check: Check, least: number, most: number): Check =>
  (value, pointer, report) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      report(pointer, `It must be a list of ${least} to ${most}.`);
    else for (const [i, item] of value.entries()) check(item, `${pointer}/${i}`, report);
  };

/** An object with these members and no others. The name of a member that is not known is not repeated. */
export const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, pointer, report) => {
    const members = { ...required, ...optional };
    if (!isObject(value)) {
      report(pointer, `It must be an object with ${Object.keys(members).join(', ')}.`);
      return;
    }
    for (const [name, check] of Object.entries(members)) {
      if (Object.hasOwn(value, name)) check(value[name], `${pointer}/${name}`, report);
      else if (Object.hasOwn(required, name)) report(pointer, `It must have \`${name}\`.`);
    }
    if (Object.keys(value).some((name) => !Object.hasOwn(members, name)))
      report(
        pointer,
        `It has a member that is not known. The members are ${Object.keys(members).join(', ')}.`,
      );
  };
