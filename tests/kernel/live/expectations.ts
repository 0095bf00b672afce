import type { Phase } from './life.ts';
import type { SeenPod } from './run-live.ts';

/** What must be seen of an example within 20 seconds. */
export type Expectation = {
  /** By container: patterns, each of which a line of its log matches. */
  readonly says: Readonly<Record<string, readonly RegExp[]>>;
  /** `Running` unless the Pod ends by itself. */
  readonly phase?: Phase;
  /** Containers that do not end on SIGTERM, with the reason why that is so. */
  readonly deaf?: Readonly<Record<string, string>>;
};

const tutorial = 'The commands are the tutorial’s, and a shell as process 1 ignores SIGTERM.';

/** By example. */
export const expectations: Readonly<Record<string, Expectation>> = {
  'log-sharing': {
    says: { sidecar: [/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d UTC \d{4} Hello from app$/] },
    deaf: { app: tutorial, sidecar: tutorial },
  },
};

/** Examples that no node of these tests can run, with the reason. */
export const exceptions: Readonly<Record<string, string>> = {};

/** What a Pod has not said yet: container and pattern. */
export const unsaid = ({ says }: Expectation, { containers }: SeenPod): readonly string[] =>
  Object.entries(says).flatMap(([container, patterns]) =>
    patterns
      .filter((pattern) => !containers[container]?.lines.some(({ text }) => pattern.test(text)))
      .map((pattern) => `${container}: ${pattern}`),
  );
