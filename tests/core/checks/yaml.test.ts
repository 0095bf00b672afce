import { yaml } from '../../../src/core/checks/yaml/index.ts';
import type { Observation } from '../../../src/model/manifest.ts';
import { app, type Row, type Rows, testRows } from '../../support/check-rows.ts';

const spec = { containers: [app] };
const seen = (what: string, observations: readonly Observation[], found?: Row['found']): Row => ({
  what,
  spec,
  given: { observations },
  ...(found === undefined ? {} : { found }),
});
type UnknownField = Extract<Observation, { kind: 'unknown-field' }>;
const unknown = (field: string, suggestion: string | null, sameButCase = false): UnknownField => ({
  kind: 'unknown-field',
  pointer: `/spec/${field}`,
  field,
  suggestion,
  sameButCase,
});
const wrongType = (pointer: string): Observation => ({
  kind: 'wrong-type',
  pointer,
  expected: 'string',
  found: 'boolean',
});
const boolean = (pointer: string, isKey = false): Observation => ({
  kind: 'yaml-1.1-boolean',
  pointer,
  isKey,
});
const octal = (pointer: string, value: number): Observation => ({ kind: 'yaml-1.1-octal', pointer, value });
const nothing = seen('nothing seen', []);

const tables: Rows = {
  'duplicate-key': [
    seen('twice', [{ kind: 'duplicate-key', pointer: '/spec/volumes', key: 'volumes' }], {
      '/spec/volumes': 'The key volumes stands more than once in this map; the last one counts.',
    }),
    nothing,
  ],
  'kubectl-refuses': [
    seen('anything', [{ kind: 'kubectl-refuses', pointer: '/spec', detail: 'kubectl refuses it.' }], {
      '/spec': 'kubectl refuses it.',
    }),
    nothing,
  ],
  'merge-override': [
    seen('over a key', [{ kind: 'merge-overrides', pointer: '/spec/containers/0/image', key: 'image' }], {
      '/spec/containers/0/image':
        'The merge after image takes its place: the value that is written here does not count.',
    }),
    nothing,
  ],
  'separator-in-block-scalar': [
    seen('cut', [{ kind: 'separator-in-block-scalar', pointer: '/spec/containers/0/args/0' }], {
      '/spec/containers/0/args/0':
        'A line --- ends this text, and the document with it; what follows is read as another document.',
    }),
    nothing,
  ],
  'unknown-field': [
    seen('a slip', [unknown('hostNetworks', 'hostNetwork')], {
      '/spec/hostNetworks':
        'hostNetworks is not a field here; did you mean hostNetwork? It is dropped, or the object is refused.',
    }),
    seen(
      'a field of a PodSpec, above it',
      [{ ...unknown('hostPID', null), belongsIn: 'spec.template.spec' }],
      {
        '/spec/hostPID':
          'hostPID is not a field here; it belongs in spec.template.spec. It is dropped, or the object is refused.',
      },
    ),
    seen('like nothing', [unknown('colour', null)], {
      '/spec/colour': 'colour is not a field here. It is dropped, or the object is refused.',
    }),
    seen('only the case differs', [unknown('hostnetwork', 'hostNetwork', true)]),
  ],
  'wrong-case-field': [
    seen('only the case differs', [unknown('hostnetwork', 'hostNetwork', true)], {
      '/spec/hostnetwork':
        'hostnetwork is not a field; the API calls it hostNetwork. As written it has no effect.',
    }),
    seen('more differs', [unknown('hostNetworks', 'hostNetwork')]),
  ],
  'yaml-1.1-boolean': [
    seen('a value', [boolean('/spec/hostNetwork')], {
      '/spec/hostNetwork': 'kubectl reads this word as a boolean; readers of YAML 1.2 take it as text.',
    }),
    seen('a key', [boolean('/metadata/labels/true', true)], {
      '/metadata/labels/true': 'kubectl reads this key as a boolean, so it is called "true" or "false".',
    }),
    seen('refused as the wrong type', [
      wrongType('/spec/containers/0/env/0/value'),
      boolean('/spec/containers/0/env/0/value'),
    ]),
  ],
  'yaml-1.1-octal': [
    seen('a user', [octal('/spec/securityContext/runAsUser', 512)], {
      '/spec/securityContext/runAsUser':
        'The leading zero makes kubectl read this number as octal: it is 512.',
    }),
    seen('outside the PodSpec the number is not told', [octal('/metadata/labels/zip', 83)], {
      '/metadata/labels/zip': 'The leading zero makes kubectl read this number as octal.',
    }),
    seen('a mode is meant so', [
      octal('/spec/volumes/0/configMap/defaultMode', 420),
      octal('/spec/volumes/0/configMap/items/0/mode', 420),
    ]),
    seen('refused as the wrong type', [
      wrongType('/spec/containers/0/env/0/value'),
      octal('/spec/containers/0/env/0/value', 420),
    ]),
  ],
};

testRows(yaml, tables);
