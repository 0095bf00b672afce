import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { inNamespace, kubectl } from './parts/kubectl.ts';
import { configMap, container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { rounds, task, work } from './parts/scripts.ts';

/** The right way to edit a ConfigMap in a Pod: copy, then edit the copy. */
export const editableConfig: Example = {
  id: 'editable-config',
  title: 'An init container prepares the files of the app',
  teaches:
    'A ConfigMap volume is always read-only. An init container reads it, writes the edited copy into an emptyDir, and the app finds it there when it starts.',
  lesson:
    'Neither readOnly: false nor defaultMode: 0777 makes a ConfigMap, Secret, downward API or projected volume writable: that has been so since Kubernetes 1.10. The two containers are never alive together, so the volume is all that passes between them. The copy does not follow later changes of the ConfigMap.',
  shares: ['files'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('editable-config', anyKind),
    imageParameter('prepare', 'busybox:1.37', '/bin/sh, sed and hostname'),
    imageParameter('app', 'busybox:1.37', '/bin/sh and cat'),
    pathParameter('/etc/app', 'Where the app finds its files.'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [
      ...start,
      `kubectl get configmap ${templateOf(values)}${inNamespace(values)} -o yaml`,
      logs(),
      exec('app', `cat ${values['path']}/app.conf`),
    ];
  },
  build: (values) => ({
    ...inObject(anyKind, values, spec(values), comments),
    needs: [configMap(values, templateOf(values), { 'app.conf': 'greeting = hello\nserver = @HOSTNAME@\n' })],
  }),
};

const templateOf = ({ name }: Arguments) => `${name}-template`;

const spec = (values: Arguments) => {
  const { path } = values;
  return {
    ...restrictedSpec,
    volumes: [
      { name: 'template', configMap: { name: templateOf(values) } },
      { name: 'config', emptyDir: {} },
    ],
    initContainers: [
      container(values, 'prepare', prepare(`${path}-template/app.conf`, `${path}/app.conf`), {
        volumeMounts: [
          { name: 'template', mountPath: `${path}-template`, readOnly: true },
          { name: 'config', mountPath: path },
        ],
      }),
    ],
    containers: [
      container(values, 'app', use(values, `${path}/app.conf`), {
        volumeMounts: [{ name: 'config', mountPath: path, readOnly: true }],
      }),
    ],
  };
};

const prepare = (template: string, file: string) =>
  task(
    `sed "s/@HOSTNAME@/$(hostname)/" ${template} > ${file}`,
    `echo "prepare: made ${file} from the ConfigMap"`,
  );

const use = (values: Arguments, file: string) =>
  work(values, rounds(values, 5, 'echo "app: my settings are:"', `cat ${file}`));

const comments = {
  '/volumes/0': 'Read-only, whatever its mounts and modes say.',
  '/volumes/1': 'Where the edited copy is.',
  '/containers/0/volumeMounts/0': 'The app sees the copy alone.',
};
