import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { inNamespace, kubectl } from './parts/kubectl.ts';
import { configMap, container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { every, shell } from './parts/scripts.ts';

/** One projected volume for two containers: the same files, from several sources. */
export const projectedConfig: Example = {
  id: 'projected-config',
  title: 'Two containers read one projected volume',
  teaches:
    'A projected volume puts files from several sources into one directory: here a ConfigMap and facts about the Pod. All containers that mount it see the same files, and none can write there.',
  lesson:
    'Because nobody can write, nothing passes between the containers: they share content, not a channel. When the ConfigMap changes, the kubelet changes the files for all of them, mostly within a minute; a mount with subPath keeps the old ones. Environment variables are never shared and never change.',
  shares: ['files'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('projected-config', lasting),
    imageParameter('app', 'busybox:1.37', '/bin/sh and cat'),
    imageParameter('agent', 'busybox:1.37', '/bin/sh and cat'),
    pathParameter('/etc/settings', 'Where both mount the volume.'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    const patch = `'{"data":{"greeting":"good evening"}}'`;
    return [
      exec('agent', `ls -l ${values['path']}`),
      `kubectl patch configmap ${settingsOf(values)}${inNamespace(values)} --type=merge -p ${patch}`,
      logs(),
    ];
  },
  build: (values) => ({
    ...inObject(lasting, values, spec(values), comments),
    needs: [configMap(values, settingsOf(values), { greeting: 'hello' })],
  }),
};

const settingsOf = ({ name }: Arguments) => `${name}-settings`;

const spec = (values: Arguments) => {
  const { path } = values;
  const mounts = { volumeMounts: [{ name: 'settings', mountPath: path, readOnly: true }] };
  return {
    ...restrictedSpec,
    volumes: [{ name: 'settings', projected: { sources: sources(values) } }],
    containers: [
      container(values, 'app', say('app', path), mounts),
      container(values, 'agent', say('agent', path), mounts),
    ],
  };
};

const sources = (values: Arguments) => [
  { configMap: { name: settingsOf(values) } },
  { downwardAPI: { items: [{ path: 'pod-name', fieldRef: { fieldPath: 'metadata.name' } }] } },
];

const say = (name: string, path: string | undefined) =>
  shell(every(5, `echo "${name}: $(cat ${path}/greeting) from $(cat ${path}/pod-name)"`));

const comments = {
  '/volumes/0/projected/sources/1': 'Facts about the Pod, as files.',
  '/containers/0/volumeMounts/0/readOnly': 'It is so anyway: to write it down keeps readers from wondering.',
};
