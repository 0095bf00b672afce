import type { Finding, PodReport, Range } from '../../model/report.ts';

/**
 * The text that was sent has no name of its own; a caller who knows it replaces this one. Lines and columns are those of
 * the report: from 1, in UTF-16 code units, the end exclusive, as in SARIF.
 */
export const artifactLocation = { uri: 'manifest.yaml', uriBaseId: '%SRCROOT%', index: 0 } as const;

export const regionOf = ({ start, end }: Range) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

export const physicalLocation = (range: Range | undefined) => ({
  artifactLocation,
  ...(range === undefined ? {} : { region: regionOf(range) }),
});

/** How many containers one result names. */
const MOST_CONTAINERS = 20;

/** Where a finding stands in the objects: the one with the Pod, the containers concerned, the field. */
export function logicalLocations(pod: PodReport, { containers, pointer }: Finding) {
  const object = objectName(pod);
  return [
    { name: short(pod.source.name ?? pod.source.kind), fullyQualifiedName: object, kind: 'resource' },
    // One that is cut may be as another.
    ...[...new Set(containers.slice(0, MOST_CONTAINERS).map(short))].map((name) => ({
      name,
      fullyQualifiedName: `${object}/${name}`,
      kind: 'object',
    })),
    { fullyQualifiedName: pointer, kind: 'value' },
  ];
}

/** Names an object; one without a name as is said. */
export const objectName = ({ source: { namespace, kind, name } }: PodReport, nameless = ''): string =>
  [namespace, kind, name ?? nameless].map(short).join('/');

/** The longest name Kubernetes takes. Longer ones are cut here, in the middle: each stands in many places. */
const MOST_CHARACTERS = 253;

export const short = (name: string): string =>
  name.length <= MOST_CHARACTERS ? name : `${name.slice(0, 126)}…${name.slice(-126)}`;

/** SARIF takes `[text](target)` in a message for a link; names may look like one. */
export const plainMessage = (text: string) => ({ text: text.replaceAll('](', ']\\(') });
