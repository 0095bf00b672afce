import { splitPointer } from '../model/pointer.ts';

/**
 * Writes a pointer the way the API server names fields in its messages.
 *
 * @example fieldPath('/spec/containers/0/ports/1/hostPort') // => 'spec.containers[0].ports[1].hostPort'
 */
export const fieldPath = (pointer: string): string =>
  splitPointer(pointer).reduce(
    (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`),
    '',
  );
