import { type Arguments, type Example, imagePattern, labelPattern, pathPattern } from './example.ts';

/** The Pod of every tutorial: one container writes a log, another reads it through an emptyDir. */
export const logSharing: Example = {
  id: 'log-sharing',
  title: 'A sidecar reads the log of the app',
  teaches:
    'Containers have separate root file systems. An emptyDir that both mount is how a sidecar reads the files the app writes.',
  shares: ['files'],
  parameters: [
    { name: 'name', default: 'log-sharing-pod', description: 'Name of the Pod.', pattern: labelPattern },
    {
      name: 'app.image',
      default: 'busybox',
      description: 'Image of the container that writes. Needs /bin/sh.',
      pattern: imagePattern,
    },
    {
      name: 'sidecar.image',
      default: 'busybox',
      description: 'Image of the container that reads. Needs /bin/sh and tail.',
      pattern: imagePattern,
    },
    {
      name: 'path',
      default: '/var/log/shared',
      description: 'Where both mount the volume.',
      pattern: pathPattern,
    },
  ],
  show: ({ name }) => [
    `kubectl logs ${name} -c sidecar -f`,
    `kubectl exec ${name} -c sidecar -- ls -l /proc/self/ns/net /proc/self/ns/ipc /proc/self/ns/uts`,
    `kubectl exec ${name} -c app -- ls -l /proc/self/ns/net /proc/self/ns/ipc /proc/self/ns/uts`,
  ],
  build: (values) => ({ manifest: manifest(values), comments }),
};

const manifest = (values: Arguments) => {
  const { name, path } = values;
  const log = `${path}/app.log`;
  const volumeMounts = [{ name: 'shared-logs', mountPath: path }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: {
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
    },
  };
};

const comments = {
  '/spec/volumes/0': 'Lives as long as the Pod; both containers mount it.',
  '/spec/containers/1/command': 'Containers start together: tail would end if the file were not there yet.',
};
