import type { WorkloadKind } from '../model/vocabulary.ts';

/** What the object that holds a Pod is called. */
export type WorkloadName = { readonly name: string; readonly namespace?: string | undefined };

/** An object as plain data, and the RFC 6901 pointer of its PodSpec. */
export type Workload = {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly pointer: string;
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * Puts a PodSpec into an object of a kind, with what that kind requires: a selector and labels that fit each other, the
 * name of the governing Service, a restartPolicy a Job takes, a schedule.
 *
 * @see kubernetes `pkg/apis/apps/validation/validation.go`, `pkg/apis/batch/validation/validation.go`
 *
 * @example buildWorkload('Job', { name: 'web' }, { containers: [] }).pointer // => '/spec/template/spec'
 */
export const buildWorkload = (kind: WorkloadKind, name: WorkloadName, spec: Fields): Workload =>
  builders[kind](metadataOf(name), name.name, spec);

const metadataOf = ({ name, namespace }: WorkloadName): Fields => ({ name, ...(namespace && { namespace }) });

type Builder = (metadata: Fields, name: string, spec: Fields) => Workload;

/** Apps kinds select their Pods by a label and always restart containers. */
const app =
  (kind: WorkloadKind, more: (name: string) => Fields): Builder =>
  (metadata, name, spec) => {
    const labels = { app: name };
    const template = { metadata: { labels }, spec };
    return {
      manifest: {
        apiVersion: 'apps/v1',
        kind,
        metadata,
        spec: { ...more(name), selector: { matchLabels: labels }, template },
      },
      pointer: '/spec/template/spec',
    };
  };

/** A Job's Pods must be able to end. */
const ending = (spec: Fields): Fields => ({ restartPolicy: 'Never', ...spec });

const builders: Readonly<Record<WorkloadKind, Builder>> = {
  Pod: (metadata, _, spec) => ({
    manifest: { apiVersion: 'v1', kind: 'Pod', metadata, spec },
    pointer: '/spec',
  }),
  Deployment: app('Deployment', () => ({ replicas: 1 })),
  StatefulSet: app('StatefulSet', (serviceName) => ({ serviceName, replicas: 1 })),
  DaemonSet: app('DaemonSet', () => ({})),
  Job: (metadata, _, spec) => ({
    manifest: { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template: { spec: ending(spec) } } },
    pointer: '/spec/template/spec',
  }),
  CronJob: (metadata, _, spec) => ({
    manifest: {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: { schedule: '0 * * * *', jobTemplate: { spec: { template: { spec: ending(spec) } } } },
    },
    pointer: '/spec/jobTemplate/spec/template/spec',
  }),
};
