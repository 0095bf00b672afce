/** A package as dpkg knows it. */
export type InstalledPackage = {
  readonly name: string;
  readonly essential: boolean;
  /** Names in Pre-Depends and Depends, every alternative of each. */
  readonly needs: readonly string[];
  /** Other names it answers to. */
  readonly provides: readonly string[];
};

const fields = ['db:Status-Status', 'Package', 'Essential', 'Pre-Depends', 'Depends', 'Provides'];

/** What to call `dpkg-query --show --showformat` with, for `readPackages`. */
export const packageFormat = `${fields.map((field) => `\${${field}}`).join('\\t')}\\n`;

/** Reads the output of `dpkg-query`. Packages that were removed and have left their configuration are not installed. */
export const readPackages = (output: string): readonly InstalledPackage[] =>
  output
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [status, name = '', essential, preDepends = '', depends = '', provides = ''] = line.split('\t');
      if (status !== 'installed') return [];
      return {
        name,
        essential: essential === 'yes',
        needs: [...namesIn(preDepends), ...namesIn(depends)],
        provides: namesIn(provides),
      };
    });

/**
 * The names in a relation field, without versions and architectures.
 *
 * @see deb-control(5), and the Debian policy manual §7.1 for the syntax
 */
const namesIn = (relations: string): readonly string[] =>
  relations.split(/[,|]/).flatMap((relation) => /^\s*([^\s:(]+)/.exec(relation)?.[1] ?? []);

/** The names of the essential packages and of all that they need, and what that needs. */
export const essentialPackages = (packages: readonly InstalledPackage[]): readonly string[] => {
  const found = new Set(packages.filter(({ essential }) => essential));
  // A set hands out what is added to it while it is walked.
  for (const { needs } of found) {
    for (const one of packages) {
      if ([one.name, ...one.provides].some((name) => needs.includes(name))) found.add(one);
    }
  }
  return [...found].map(({ name }) => name);
};
