import type { Arguments, Example } from '../../src/core/examples/example.ts';

/** Another value for every parameter there is, by its name or the end of it; some are words that YAML reads otherwise. */
const others: Readonly<Record<string, string>> = {
  name: 'yes',
  namespace: '0644',
  image: `registry.example.com:5000/team/tool:1.0_a@sha256:${'0a'.repeat(32)}`,
  path: '/srv/other.d/data_1',
  port: '18080',
  'upstream.host': 'db.team.svc',
  'upstream.port': '15432',
  hostname: 'on',
  size: '16Mi',
};

/** Values that all differ from the defaults, but for the kind. */
export const otherValues = ({ parameters }: Example): Arguments =>
  Object.fromEntries(
    parameters
      .filter(({ name }) => name !== 'kind')
      .map(({ name }) => [name, others[name] ?? others[name.split('.').at(-1) ?? ''] ?? '']),
  );
