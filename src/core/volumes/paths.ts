/**
 * Cleans a path as Go's `path.Clean` does: no `.`, no empty parts, `..` taken back where it can be.
 *
 * @returns The cleaned path; `''` for an empty relative one (Go says `.`), `/` for the root.
 * @example cleanPath('a//b/./c/..') // => 'a/b'
 */
export function cleanPath(path: string): string {
  if (!unclean.test(path)) return path;
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  return (isAbsolute ? '/' : '') + parts.join('/');
}

/** What a cleaned path has none of; most paths are clean, and looking is cheaper than taking apart. */
const unclean = /\/$|\/\/|(^|\/)\.\.?(\/|$)/;

/**
 * Where a container path really is: absolute and cleaned, as the kubelet and the runtimes make it. Windows paths stay as
 * they are written.
 *
 * @see kubernetes `pkg/volume/util/util.go`, MakeAbsolutePath
 */
export const containerPath = (path: string): string =>
  /^[A-Za-z]:|\\/.test(path) ? path : cleanPath(`/${path}`);

/** Joins a base and a relative path, cleaned. */
export const joinPath = (base: string, rest: string): string =>
  rest === '' ? cleanPath(base) : cleanPath(`${base}/${rest}`);

/**
 * Where a path of the node really is: `/var/run` is a link to `/run` on every distribution that nodes run.
 * @see https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch05s13.html
 */
export const withoutVar = (path: string): string => path.replace(/^\/var\/run(?=\/|$)/, '/run');

/** Says whether `path` is `parent` or lies below it. Both cleaned. */
export const isWithin = (path: string, parent: string): boolean =>
  path === parent || parent === '' || parent === '/' || path.startsWith(`${parent}/`);

/** Says whether a path has `..` among its parts, wherever it leads. */
export const stepsBack = (path: string): boolean => /(^|\/)\.\.(\/|$)/.test(path);
