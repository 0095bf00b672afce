import { generate } from '../../src/api/generate.ts';
import { renderGenerated } from '../../src/formats/markdown/generated.ts';
import type { Generated, Intent } from '../../src/model/generate.ts';
import { defaultOptions } from '../../src/model/options.ts';

function render(intent: Intent, change: (generated: Generated) => Generated = (same) => same): string {
  const result = generate({ intent }, defaultOptions);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return renderGenerated(change(result.answer));
}

const web: Intent = {
  name: 'web',
  containers: [{ name: 'setup', role: 'init' }, { name: 'app' }, { name: 'agent', role: 'sidecar' }],
  share: [
    { files: '/data', writers: ['setup', 'app'], readers: ['agent'] },
    { port: 8080, server: 'app', clients: ['agent'] },
  ],
};

/** The part after the YAML. */
const tail = (text: string) => text.slice(text.lastIndexOf('```\n\n- '));

test('the whole of a small one', () => {
  const text = render({
    name: 'web',
    containers: [{ name: 'app', image: 'nginx' }],
    keepApart: ['host-pid'],
  });
  expect(
    text,
  ).toBe(`Each container keeps processes and a file system of its own, but for the volumes it mounts. automountServiceAccountToken: false keeps the credentials for the API server out.

\`\`\`yaml
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # No container gets credentials for the API server.
  automountServiceAccountToken: false
  containers:
    - name: app
      image: nginx
\`\`\`

- ✅ The Pod is not in the PID namespace of the node. Each container has a PID namespace of its own unless shareProcessNamespace or hostPID is true.

See it on a cluster:

\`\`\`sh
kubectl apply -f manifest.yaml
# One namespace where the numbers are equal:
kubectl exec web -c app -- ls -l /proc/self/ns
\`\`\`
`);
});

test('proof and commands of one with files and a port; init containers have ended and get none', () => {
  expect(tail(render(web))).toBe(`\`\`\`

- ✅ agent reads the files at /data that setup and app write. Volume data (emptyDir) is mounted at /data read-write in setup and app and read-only in agent, and nowhere else.
- ✅ agent connects to port 8080 of app over localhost. app declares port 8080/TCP. Containers of a Pod always share one network namespace. app and agent run at the same time.

See it on a cluster:

\`\`\`sh
kubectl apply -f manifest.yaml
# One namespace where the numbers are equal:
kubectl exec web -c agent -- ls -l /proc/self/ns
kubectl exec web -c app -- ls -l /proc/self/ns
kubectl exec web -c agent -- ls -l /data
kubectl exec web -c app -- ls -l /data
kubectl exec web -c agent -- wget -q -O - http://localhost:8080/
\`\`\`
`);
});

test.each([
  ['Deployment', 'kubectl exec -n shop deployment/web -c app -- ls -l /data'],
  ['StatefulSet', 'kubectl exec -n shop statefulset/web -c app -- ls -l /data'],
  ['Job', 'kubectl exec -n shop job/web -c app -- ls -l /data'],
  ['CronJob', 'kubectl create job web-now -n shop --from=cronjob/web'],
  ['CronJob', 'kubectl exec -n shop job/web-now -c app -- ls -l /data'],
] as const)('of a %s: %s', (kind, command) => {
  expect(render({ ...web, kind, namespace: 'shop' }).split('\n')).toContain(command);
});

test('hostile texts stay text, in Markdown, in the fence and in the shell', () => {
  const hostile = '`<b>*x*|\n```\n$(rm -rf /)\'"';
  const text = render(web, (generated) => ({
    ...generated,
    explanation: hostile,
    manifest: `# ${hostile}\n`,
    proof: [{ asked: hostile, holds: false, because: hostile }],
    analysis: {
      ...generated.analysis,
      pods: generated.analysis.pods.map((pod) => ({
        ...pod,
        source: { ...pod.source, name: hostile, namespace: hostile },
        containers: pod.containers.map((container) => ({ ...container, name: hostile })),
      })),
    },
  }));
  const escaped = '\\`\\<b\\>\\*x\\*\\|\\\\n\\`\\`\\`\\\\n\\$(rm -rf /)\'"';
  const quoted = `'\`<b>*x*|\n\`\`\`\n$(rm -rf /)'\\''"'`;
  expect(
    text.startsWith(`${escaped}\n\n\`\`\`\`yaml\n# ${hostile}\n\`\`\`\`\n\n- ❌ ${escaped}. ${escaped}\n`),
  ).toBe(true);
  expect(text).toContain(`\n\`\`\`\`sh\nkubectl apply -n ${quoted} -f manifest.yaml\n`);
  expect(text).toContain(`kubectl exec -n ${quoted} ${quoted} -c ${quoted} -- ls -l /proc/self/ns`);
  expect(text.endsWith('\n````\n')).toBe(true);
});
