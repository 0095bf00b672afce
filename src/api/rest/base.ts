/** Where the API stands in texts that are generated: on the machine of whoever runs it, as in the README. */
export const localBase = 'http://localhost:3000';

/** Puts the URL a request came to into a generated text, so that its links and commands work as they stand. */
export const placeAt = (text: string, base = localBase): string => text.replaceAll(localBase, () => base);
