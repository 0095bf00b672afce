/** The members of a JSON object, as they were sent. */
export type Members = Readonly<Record<string, unknown>>;

/** Says whether a value of JSON is an object. */
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
