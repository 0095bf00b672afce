import { essentialPackages, readPackages } from './installed-packages.ts';

const listed = [
  'installed\tbase\tyes\tlibc (>= 2.3)\tshell | other-shell, perl:any\t',
  'installed\tlibc\tno\t\tlibgcc\t',
  'installed\tdash\tno\t\t\tshell (= 1), posix-shell',
  'installed\tperl\tno\t\tbase\t',
  'installed\tlibgcc\t\t\t\t',
  'installed\tgames\tno\t\tlibc\t',
  'config-files\tother-shell\tyes\t\t\t',
].join('\n');

test('the fields of packages are read without versions and architectures', () => {
  expect(readPackages(`${listed}\n`)[0]).toStrictEqual({
    name: 'base',
    essential: true,
    needs: ['libc', 'shell', 'other-shell', 'perl'],
    provides: [],
  });
  expect(readPackages(`${listed}\n`)[2]?.provides).toStrictEqual(['shell', 'posix-shell']);
});

test('essential packages come with all they need, also by other names and in a circle', () => {
  expect([...essentialPackages(readPackages(listed))].sort()).toStrictEqual([
    'base',
    'dash',
    'libc',
    'libgcc',
    'perl',
  ]);
});
