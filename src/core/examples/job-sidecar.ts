import type { Arguments, Example } from './example.ts';
import { ending } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { every, onSigterm, rest, task } from './parts/scripts.ts';

/** A Job with a sidecar that does not keep it from ending. */
export const jobSidecar: Example = {
  id: 'job-sidecar',
  title: 'A Job ends although its sidecar does not',
  teaches:
    'A Pod of a Job has ended when its app containers have ended. A native sidecar does not count: the kubelet stops it when the work is done, and the Job completes.',
  lesson:
    'The same container in containers would keep the Job running for ever. The sidecar gets SIGTERM after the worker has ended, so it reads the last line too; it handles the signal, because PID 1 ignores those it does not handle. restartPolicy: Always of the sidecar is its own and does not clash with Never of the Pod.',
  shares: ['files'],
  level: 'restricted',
  kinds: ending,
  parameters: [
    ...objectParameters('job-sidecar', ending),
    imageParameter('reporter', 'busybox:1.37', '/bin/sh and wc'),
    imageParameter('worker', 'busybox:1.37', '/bin/sh and seq'),
    pathParameter('/var/run/work', 'Where both mount the volume.'),
  ],
  show: (values) => {
    const { start, target, follow } = kubectl(ending, values);
    return [
      ...start,
      follow('reporter'),
      `kubectl wait ${target} --for=condition=complete --timeout=60s`,
      `kubectl get ${target}`,
    ];
  },
  build: (values) => inObject(ending, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { path } = values;
  const progress = `${path}/progress`;
  return {
    ...restrictedSpec,
    volumes: [{ name: 'work', emptyDir: {} }],
    initContainers: [
      container(values, 'reporter', report(progress), {
        restartPolicy: 'Always',
        volumeMounts: [{ name: 'work', mountPath: path, readOnly: true }],
      }),
    ],
    containers: [
      container(values, 'worker', work(progress), { volumeMounts: [{ name: 'work', mountPath: path }] }),
    ],
  };
};

const work = (progress: string) =>
  task(
    'for step in $(seq 5); do',
    `  echo "step $step" >> ${progress}`,
    '  echo "worker: step $step of 5"',
    `  ${rest(2)}`,
    'done',
    'echo "worker: done"',
  );

const report = (progress: string) =>
  onSigterm(
    'echo "reporter: the worker has ended after $(count) steps"; exit 0',
    `count() { if [ -f ${progress} ]; then wc -l < ${progress}; else echo 0; fi; }`,
    every(2, 'echo "reporter: $(count) steps so far"'),
  );

const comments = {
  '/restartPolicy': 'A Job takes Never or OnFailure.',
  '/initContainers/0/restartPolicy': 'This makes it a sidecar; the Job does not wait for it.',
};
