/** Prints a value as indented JSON with a final line break. */
export const renderJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
