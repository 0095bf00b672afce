/*
 * Validates objects against the schema of Kubernetes 1.36, by a library that is not ours. A process of its own, because the
 * library is only there as ES modules, which jest does not load here. Objects as a JSON list in; for each the list of its errors out.
 */
import { text } from 'node:stream/consumers';

const schemas = {
  Pod: 'CoreV1Pod',
  Deployment: 'AppsV1Deployment',
  StatefulSet: 'AppsV1StatefulSet',
  DaemonSet: 'AppsV1DaemonSet',
  Job: 'BatchV1Job',
  CronJob: 'BatchV1CronJob',
  ConfigMap: 'CoreV1ConfigMap',
};

const objects = JSON.parse(await text(process.stdin));
const errors = [];
for (const object of objects) {
  const { validate } = await import(`kubernetes-models/_schemas/IoK8sApi${schemas[object.kind]}`);
  errors.push(
    validate(object) ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.keyword}`),
  );
}
process.stdout.write(JSON.stringify(errors));
