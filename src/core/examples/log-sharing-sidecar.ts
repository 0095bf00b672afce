import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { every, rounds, shell, work } from './parts/scripts.ts';

/** The same with a native sidecar, which is there before the first line and after the last. */
export const logSharingSidecar: Example = {
  id: 'log-sharing-sidecar',
  title: 'A native sidecar reads the log of the app',
  teaches:
    'An init container with restartPolicy: Always is a native sidecar: it starts before the app and ends after it, so it misses neither the first line nor the last.',
  lesson:
    'What stands in containers is no sidecar to Kubernetes, whatever it is called: it starts and ends together with the app, and a Job with it never ends. restartPolicy: Always makes a sidecar only in initContainers. It needs Kubernetes 1.29 or newer.',
  shares: ['files'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('log-sidecar', anyKind),
    imageParameter('app', 'busybox:1.37', '/bin/sh'),
    imageParameter('reader', 'busybox:1.37', '/bin/sh, wc and tail'),
    pathParameter('/var/log/app', 'Where both mount the volume.'),
  ],
  show: (values) => {
    const { start, follow, exec } = kubectl(anyKind, values);
    return [...start, exec('app', `ls -l ${values['path']}`), follow('reader')];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { path } = values;
  const log = `${path}/app.log`;
  return {
    ...restrictedSpec,
    volumes: [{ name: 'logs', emptyDir: {} }],
    initContainers: [container(values, 'reader', read(log), reader(path))],
    containers: [
      container(values, 'app', work(values, rounds(values, 2, `echo "$(date) Hello from app" >> ${log}`)), {
        volumeMounts: [{ name: 'logs', mountPath: path }],
      }),
    ],
  };
};

const reader = (path: string | undefined) => ({
  restartPolicy: 'Always',
  volumeMounts: [{ name: 'logs', mountPath: path, readOnly: true }],
});

const read = (log: string) =>
  shell(
    every(
      2,
      `if [ -f ${log} ]; then`,
      `  echo "reader: $(wc -l < ${log}) lines so far, the last is: $(tail -n 1 ${log})"`,
      'else',
      '  echo "reader: I am here first, there is no log yet"',
      'fi',
    ),
  );

const comments = {
  '/initContainers/0/restartPolicy':
    'This makes it a sidecar: the app starts once it runs, and it ends after the app.',
  '/initContainers/0/volumeMounts/0/readOnly': 'It reads only.',
};
