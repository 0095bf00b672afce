import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { rounds, work } from './parts/scripts.ts';

/** One container publishes, the others only read. */
export const oneWriter: Example = {
  id: 'one-writer',
  title: 'One container publishes, the others read',
  teaches:
    'readOnly belongs to the mount, not to the volume: the publisher mounts the volume to write, the readers mount the same volume read-only, so files go one way.',
  lesson:
    'A read-only mount keeps its own container from writing and protects it from nobody: what the publisher changes, the readers see. It is not recursive either: a file system mounted below it stays writable unless recursiveReadOnly says otherwise. The publisher renames each new version into place, so that no reader sees half of one.',
  shares: ['files'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('one-writer', anyKind),
    imageParameter('publisher', 'busybox:1.37', '/bin/sh and mv'),
    imageParameter('reader', 'busybox:1.37', '/bin/sh and cat'),
    imageParameter('checker', 'busybox:1.37', '/bin/sh and touch'),
    pathParameter('/srv/site', 'Where all mount the volume.'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [...start, logs(), exec('reader', `grep ${values['path']} /proc/self/mounts`)];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { path } = values;
  const page = `${path}/page`;
  const readOnly = { volumeMounts: [{ name: 'site', mountPath: path, readOnly: true }] };
  return {
    ...restrictedSpec,
    volumes: [{ name: 'site', emptyDir: {} }],
    containers: [
      container(values, 'publisher', publish(values, page), {
        volumeMounts: [{ name: 'site', mountPath: path }],
      }),
      container(values, 'reader', read(values, page), readOnly),
      container(values, 'checker', check(values, page), readOnly),
    ],
  };
};

const publish = (values: Arguments, page: string) =>
  work(
    values,
    'version=0',
    rounds(
      values,
      3,
      'version=$((version + 1))',
      `echo "version $version" > ${page}.new`,
      `mv ${page}.new ${page}`,
      'echo "publisher: published version $version"',
    ),
  );

const read = (values: Arguments, page: string) =>
  work(
    values,
    rounds(
      values,
      3,
      `if [ -f ${page} ]; then`,
      `  echo "reader: I read $(cat ${page})"`,
      'else',
      '  echo "reader: nothing is published yet"',
      'fi',
    ),
  );

const check = (values: Arguments, page: string) =>
  work(
    values,
    rounds(
      values,
      3,
      `if touch ${page}.mine 2>/dev/null; then`,
      '  echo "checker: I can write here"',
      'else',
      '  echo "checker: I cannot write here"',
      'fi',
    ),
  );

const comments = {
  '/containers/0/volumeMounts/0': 'The one writer.',
  '/containers/1/volumeMounts/0/readOnly': 'For this container only.',
};
