import type { Phase } from './life.ts';
import type { SeenPod } from './run-live.ts';

/** What must be seen of an example within a minute. */
export type Expectation = {
  /** By container: patterns, each of which a line of its log matches. A reader may miss what is written while it is not looking. */
  readonly says: Readonly<Record<string, readonly RegExp[]>>;
  /** `Running` unless the Pod ends by itself. */
  readonly phase?: Phase;
  /** Containers that do not end on SIGTERM, with the reason why that is so. */
  readonly deaf?: Readonly<Record<string, string>>;
};

const tutorial = 'Its commands are those of the tutorial, and a shell that is process 1 ignores SIGTERM.';

/** By example. */
export const expectations: Readonly<Record<string, Expectation>> = {
  'log-sharing': {
    says: { sidecar: [/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d UTC \d{4} Hello from app$/] },
    deaf: { app: tutorial, sidecar: tutorial },
  },
  'log-sharing-sidecar': {
    says: {
      reader: [/^reader: I am here first/, /^reader: \d+ lines so far, the last is: .* Hello from app$/],
    },
  },
  localhost: {
    says: {
      server: [/^server: listening on 127\.0\.0\.1:8080$/],
      client: [/^client: 127\.0\.0\.1:8080 says: hello from the server$/],
    },
  },
  ambassador: {
    says: {
      ambassador: [/^ambassador: one more connection to 127\.0\.0\.2:9090$/],
      app: [/^app: localhost says: hello from the service behind the ambassador$/],
    },
  },
  adapter: { says: { app: [/^app: requests: \d+$/], adapter: [/^app_requests_total \d+$/] } },
  'editable-config': {
    says: {
      prepare: [/^prepare: made \/etc\/app\/app\.conf from the ConfigMap$/],
      app: [/^greeting = hello$/, /^server = editable-config$/],
    },
  },
  'system-v-ipc': {
    says: { producer: [/^producer: wrote message \d+$/], consumer: [/^consumer: read message \d+$/] },
  },
  'posix-shared-memory': {
    says: {
      producer: [/^producer: wrote message \d+$/],
      consumer: [/^tmpfs +128\.0M .* \/dev\/shm$/, /^consumer: read message \d+$/],
    },
  },
  'posix-message-queue': {
    says: { sender: [/^sender: sent message 2$/], receiver: [/^receiver: received message 2$/] },
  },
  'one-writer': {
    says: {
      publisher: [/^publisher: published version \d+$/],
      reader: [/^reader: I read version \d+$/],
      checker: [/^checker: I cannot write here$/],
    },
  },
  'sub-paths': {
    says: {
      web: [/^web: I see: web\.log$/],
      api: [/^api: I see: api\.log$/],
      collector: [/^collector: I see: \.\/api\/api\.log \.\/web\/web\.log$/],
    },
  },
  'projected-config': {
    says: { app: [/^app: hello from projected-config$/], agent: [/^agent: hello from projected-config$/] },
  },
  hostname: {
    says: { first: [/^first: the hostname is greeter$/], second: [/^second: the hostname is greeter$/] },
  },
  watchdog: {
    says: {
      watchdog: [/^watchdog: PID 1 is pause$/, /^watchdog: the app is process \d+, I sent it SIGHUP$/],
      app: [/^app: ready$/, /^app: SIGHUP number 2, I read my settings again$/],
    },
  },
  'debug-container': {
    says: {
      app: [/^app: step 1, in pid:/],
      debugger: [/^ +1 1000 +\/bin\/sh -c trap/, /^debugger: the app has in \/tmp\/state: step \d+$/],
    },
  },
  'startup-order': {
    says: {
      database: [/^database: ready$/],
      migrate: [/^migrate: the database is ready, tables made$/],
      app: [/^app: the database is ready$/],
    },
  },
  'job-sidecar': {
    says: {
      worker: [/^worker: step 5 of 5$/, /^worker: done$/],
      reporter: [/^reporter: \d steps so far$/, /^reporter: the worker has ended after 5 steps$/],
    },
    phase: 'Succeeded',
  },
  'node-agent': {
    says: {
      processes: [/^processes: \d\d+ on this node, and PID 1 is sh$/],
      sockets: [/^sockets: [1-9]\d* TCP sockets listen on kernel-test-node$/],
    },
  },
  'abstract-unix-socket': { says: { client: [/^client: @podshare says: hello, caller number 1$/] } },
  'unix-socket': { says: { client: [/^client: \/run\/app\/app\.sock says: hello, caller number 1$/] } },
};

/** What a Pod has not said yet: container and pattern. */
export const unsaid = ({ says }: Expectation, { containers }: SeenPod): readonly string[] =>
  Object.entries(says).flatMap(([container, patterns]) =>
    patterns
      .filter((pattern) => !containers[container]?.lines.some(({ text }) => pattern.test(text)))
      .map((pattern) => `${container}: ${pattern}`),
  );
