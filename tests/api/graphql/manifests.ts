/** Manifests whose reports between them fill every field of the graph. */
export const manifests = {
  'one Pod, with a sidecar, a shared volume and findings': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  shareProcessNamespace: true
  hostNetwork: true
  volumes:
    - name: logs
      emptyDir: {}
  initContainers:
    - name: prepare
      image: busybox
      volumeMounts: [{ name: logs, mountPath: /out }]
    - name: agent
      image: busybox
      restartPolicy: Always
      volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }]
  containers:
    - name: app
      image: nginx
      ports: [{ containerPort: 8080 }]
      volumeMounts: [{ name: logs, mountPath: /var/log/nginx }]
`,
  'a List, a Service, a bad document and two Pods of one node': `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata: { name: a }
    spec: { hostPID: true, containers: [{ name: one, image: a }] }
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: b, namespace: prod }
    spec: { template: { spec: { hostPID: true, hostPid: true, containers: [{ name: one, image: a, image: b }] } } }
---
apiVersion: v1
kind: Service
---
a: [
`,
} as const;
