/** What answers, as reports name it. The version is that of package.json; a test holds the two together. */
export const engineName = 'podshare';
export const engineVersion = '1.0.0';
