import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { rounds, work } from './parts/scripts.ts';

/** An adapter: what the app writes in its own format comes out in the one that others expect. */
export const adapter: Example = {
  id: 'adapter',
  title: 'An adapter translates what the app writes',
  teaches:
    'The app writes its status to a file in its own format. A second container reads the file through a shared volume and writes it in the format that everybody else reads; the app stays as it is.',
  lesson:
    'The app writes a new file and renames it, which replaces the old one in one step within a file system: the adapter never reads half a status. It mounts the volume read-only, so nothing flows back.',
  shares: ['files'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('adapter', anyKind),
    imageParameter('app', 'busybox:1.37', '/bin/sh and mv'),
    imageParameter('adapter', 'busybox:1.37', '/bin/sh and sed'),
    pathParameter('/var/run/status', 'Where both mount the volume.'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [...start, logs(), exec('adapter', `cat ${values['path']}/status`)];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { path } = values;
  const status = `${path}/status`;
  return {
    ...restrictedSpec,
    volumes: [{ name: 'status', emptyDir: {} }],
    containers: [
      container(values, 'app', serve(values, status), {
        volumeMounts: [{ name: 'status', mountPath: path }],
      }),
      container(values, 'adapter', translate(values, status), {
        volumeMounts: [{ name: 'status', mountPath: path, readOnly: true }],
      }),
    ],
  };
};

const serve = (values: Arguments, status: string) =>
  work(
    values,
    'requests=0',
    rounds(
      values,
      2,
      'requests=$((requests + 3))',
      `echo "requests: $requests" > ${status}.new`,
      `mv ${status}.new ${status}`,
      'echo "app: requests: $requests"',
    ),
  );

const translate = (values: Arguments, status: string) =>
  work(
    values,
    rounds(
      values,
      2,
      `if [ -f ${status} ]; then`,
      `  sed "s/^requests: /app_requests_total /" ${status}`,
      'else',
      '  echo "# no status yet"',
      'fi',
    ),
  );

const comments = {
  '/containers/1/volumeMounts/0/readOnly': 'The adapter only reads; the app is the one writer.',
};
