import { examples } from '../src/core/examples/index.ts';
import { printManifest } from '../src/formats/manifest.ts';

/** The log-sharing Pod, as GET /v1/examples/log-sharing writes it. */
export const logSharing = examples
  .filter(({ id }) => id === 'log-sharing')
  .map(({ build, parameters }) => {
    const values = Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));
    const { manifest, comments } = build(values);
    return printManifest(manifest, comments);
  })
  .join();

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
