import { isWithin } from '../volumes/paths.ts';
import { refuseMountPath } from './mount-path.ts';
import { lifetimeBetween, type Plan } from './plan.ts';
import { type FilesWish, membersOf, placeOf } from './wish.ts';

/** Lists why files cannot be shared as wished, each with the nearest thing that works. */
export const refuseFiles = (wish: FilesWish, plan: Plan): string[] => [
  ...refuseMountPath(wish.path),
  ...refuseSource(wish),
  ...refuseTimes(wish, plan),
  ...refuseNeighbours(wish, plan),
];

/** @see kubernetes `pkg/volume/configmap`, `pkg/volume/secret`: GetAttributes says ReadOnly since 1.10 */
function refuseSource({ writers, source }: FilesWish): string[] {
  if (source !== undefined && writers.length > 0) {
    return [
      'A ConfigMap or Secret volume is always read-only. Mount it in an init container only, which copies the files to another path, and wish for that path with the init container among its writers.',
    ];
  }
  return source === undefined && writers.length === 0
    ? [
        'Nobody writes there, so it would stay empty. Name a writer, or the configMap or secret the files come from.',
      ]
    : [];
}

/** A reader that has ended before a writer starts never sees what it writes. */
function refuseTimes({ writers, readers }: FilesWish, { containers }: Plan): string[] {
  const isTooEarly = (reader: string) =>
    writers.some((writer) => lifetimeBetween(containers, reader, writer) === 'a-before-b');
  return readers.some(isTooEarly)
    ? [
        'A reader is an init container and has ended before a writer starts, so it never sees what is written. Make the reader a sidecar or an app, or the writer an init container before it.',
      ]
    : [];
}

/**
 * In one container a path has one directory. Where one path lies below the other, the runtime needs a directory to mount on,
 * which it cannot make in a read-only emptyDir; in a ConfigMap or Secret the kubelet makes it. Paths that are refused anyway
 * are left out.
 *
 * @see kubernetes `pkg/volume/util/nested_volumes.go`, MakeNestedMountpoints
 */
function refuseNeighbours(wish: FilesWish, { wishes }: Plan): string[] {
  if (refuseMountPath(wish.path).length > 0) return [];
  const earlier = wishes.filter(
    (one): one is FilesWish =>
      one.kind === 'files' &&
      one.list === 'share' &&
      one.index < wish.index &&
      refuseMountPath(one.path).length === 0,
  );
  return earlier.flatMap((other) => {
    const common = membersOf(wish).filter((name) => membersOf(other).includes(name));
    if (common.length === 0) return [];
    if (other.path === wish.path) {
      return [
        `${placeOf(other)} is about the same path and a container of this wish, which has one directory there. Make one wish of the two, or choose another path.`,
      ];
    }
    const [outer, inner] = isWithin(wish.path, other.path) ? [other, wish] : [wish, other];
    const isBlocked =
      isWithin(inner.path, outer.path) &&
      outer.source === undefined &&
      common.some((name) => outer.readers.includes(name));
    return isBlocked
      ? [
          `The paths of this wish and ${placeOf(other)} lie in one another, and a container that only reads the outer one cannot have the inner one mounted below it. Choose paths side by side, or let that container write the outer one.`,
        ]
      : [];
  });
}
