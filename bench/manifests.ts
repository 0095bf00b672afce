import { buildDefault, printExample } from '../src/api/examples.ts';

/** The log-sharing Pod, as GET /v1/examples/log-sharing writes it. */
export const logSharing = printExample(buildDefault('log-sharing'));

/** A Deployment of the size people have: probes, resources, variables, volumes. */
const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: { app: ${name}, tier: backend }
spec:
  replicas: 3
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name}, tier: backend }
    spec:
      serviceAccountName: ${name}
      initContainers:
        - name: migrate
          image: registry.example.com/${name}:1.4.2
          command: ["/bin/migrate", "--wait"]
          env:
            - name: DATABASE_URL
              valueFrom: { secretKeyRef: { name: ${name}-db, key: url } }
          volumeMounts:
            - { name: work, mountPath: /work }
      containers:
        - name: app
          image: registry.example.com/${name}:1.4.2
          args: ["--listen=:8080", "--log=/var/log/app/app.log"]
          ports:
            - { name: http, containerPort: 8080 }
          env:
            - { name: MODE, value: production }
            - name: DATABASE_URL
              valueFrom: { secretKeyRef: { name: ${name}-db, key: url } }
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
          readinessProbe:
            httpGet: { path: /ready, port: http }
            periodSeconds: 5
          livenessProbe:
            httpGet: { path: /live, port: http }
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL] }
          volumeMounts:
            - { name: logs, mountPath: /var/log/app }
            - { name: config, mountPath: /etc/app, readOnly: true }
            - { name: work, mountPath: /work }
        - name: shipper
          image: registry.example.com/shipper:2.0
          volumeMounts:
            - { name: logs, mountPath: /logs, readOnly: true }
      volumes:
        - { name: logs, emptyDir: {} }
        - { name: work, emptyDir: { medium: Memory } }
        - { name: config, configMap: { name: ${name} } }
`;

const service = (name: string) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: { app: ${name} }
  ports:
    - { name: http, port: 80, targetPort: http }
`;

/** A megabyte of documents, as a repository of manifests has them. */
export const megabyte = Array.from({ length: 1000 }, (_, i) => `service-${i}`)
  .flatMap((name) => [deployment(name), service(name)])
  .reduce(
    (text, document) => (text.length + document.length > 1_000_000 ? text : `${text}---\n${document}`),
    '',
  );

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n${spec}`;
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** What a hostile caller would send: each as large as a request may be, or as some limit allows. */
export const hostile: Readonly<Record<string, string>> = {
  '1000 containers x 50 mounts': pod(
    `  volumes:\n${lines(50, (i) => `  - name: v${i}\n`)}  containers:\n  - name: first\n    image: i\n    volumeMounts: &m\n${lines(50, (i) => `    - { name: v${i}, mountPath: /m${i} }\n`)}${lines(999, (i) => `  - { name: c${i}, image: i, volumeMounts: *m }\n`)}`,
  ),
  '1000 containers on one volume': pod(
    `  volumes: [{ name: v }]\n  containers:\n${lines(1000, (i) => `  - { name: c${i}, image: i, volumeMounts: [{ name: v, mountPath: /v, subPath: d${i} }, { name: v, mountPath: /w }] }\n`)}`,
  ),
  '5000 documents': lines(5000, (i) => `---\napiVersion: v1\nkind: Service\nmetadata: { name: s${i} }\n`),
  '1000 Pods': lines(
    1000,
    (i) =>
      `---\n${pod(`  containers: [{ name: a, image: i }, { name: b, image: i }]\n`).replace('name: p', `name: p${i}`)}`,
  ),
};
