import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { rounds, work } from './parts/scripts.ts';

/** One volume, different directories of it: the space is shared, the files are not. */
export const subPaths: Example = {
  id: 'sub-paths',
  title: 'One volume, a directory for each container',
  teaches:
    'subPath shows a container one directory of a volume. Two containers with different ones mount the same volume at the same path and share no file; a third that mounts the whole volume sees both.',
  lesson:
    'The same volume name does not mean the same files. The size is common: one container can fill the volume for the others. A subPath of a ConfigMap or Secret does not follow later changes.',
  shares: ['files'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('sub-paths', anyKind),
    imageParameter('web', 'busybox:1.37', '/bin/sh and ls'),
    imageParameter('api', 'busybox:1.37', '/bin/sh and ls'),
    imageParameter('collector', 'busybox:1.37', '/bin/sh, find and sort'),
    pathParameter('/var/log/app', 'Where all mount the volume.'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [
      ...start,
      logs(),
      ...['web', 'api', 'collector'].map((name) => exec(name, `ls -R ${values['path']}`)),
    ];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { path } = values;
  const part = (name: string) => ({
    volumeMounts: [{ name: 'logs', mountPath: path, subPath: name }],
  });
  return {
    ...restrictedSpec,
    volumes: [{ name: 'logs', emptyDir: {} }],
    containers: [
      container(values, 'web', write(values, 'web'), part('web')),
      container(values, 'api', write(values, 'api'), part('api')),
      container(values, 'collector', collect(values), {
        volumeMounts: [{ name: 'logs', mountPath: path, readOnly: true }],
      }),
    ],
  };
};

const write = (values: Arguments, name: string) => {
  const { path } = values;
  return work(
    values,
    rounds(
      values,
      3,
      `echo "Hello from ${name}" >> ${path}/${name}.log`,
      `echo "${name}: I see: $(ls ${path} | xargs)"`,
    ),
  );
};

const collect = (values: Arguments) =>
  work(
    values,
    rounds(values, 3, `echo "collector: I see: $(cd ${values['path']} && find . -type f | sort | xargs)"`),
  );

const comments = {
  '/containers/0/volumeMounts/0/subPath': 'The kubelet makes this directory in the volume.',
  '/containers/1/volumeMounts/0/subPath': 'Another directory: no file of it is in the other.',
  '/containers/2/volumeMounts/0': 'The whole volume, with both directories in it.',
};
