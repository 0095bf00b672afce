import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { inObject } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';

/** The Pod of every tutorial: one container writes a log, another reads it through an emptyDir. */
export const logSharing: Example = {
  id: 'log-sharing',
  title: 'A sidecar reads the log of the app',
  teaches:
    'Containers have separate root file systems. An emptyDir that both mount is how a sidecar reads the files the app writes.',
  shares: ['files'],
  level: 'baseline',
  kinds: lasting,
  parameters: [
    ...objectParameters('log-sharing-pod', lasting),
    imageParameter('app', 'busybox', '/bin/sh'),
    imageParameter('sidecar', 'busybox', '/bin/sh and tail'),
    pathParameter('/var/log/shared', 'Where both mount the volume.'),
  ],
  show: (values) => {
    const { follow, exec } = kubectl(lasting, values);
    const namespaces = 'ls -l /proc/self/ns/net /proc/self/ns/ipc /proc/self/ns/uts';
    return [follow('sidecar'), exec('sidecar', namespaces), exec('app', namespaces)];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { path } = values;
  const log = `${path}/app.log`;
  const volumeMounts = [{ name: 'shared-logs', mountPath: path }];
  return {
    volumes: [{ name: 'shared-logs', emptyDir: {} }],
    containers: [
      {
        name: 'app',
        image: values['app.image'],
        command: ['/bin/sh', '-c', `while true; do echo "$(date) Hello from app" >> ${log}; sleep 5; done`],
        volumeMounts,
      },
      {
        name: 'sidecar',
        image: values['sidecar.image'],
        command: ['/bin/sh', '-c', `until [ -f ${log} ]; do sleep 1; done; tail -f ${log}`],
        volumeMounts,
      },
    ],
  };
};

const comments = {
  '/volumes/0': 'Lives as long as the Pod; both containers mount it.',
  '/containers/1/command': 'Containers start together: tail would end if the file were not there yet.',
};
