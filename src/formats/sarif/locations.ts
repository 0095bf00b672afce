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

const objectName = ({ source: { namespace, kind, name } }: PodReport): string =>
  [namespace, kind, name ?? ''].map(short).join('/');

/** The longest name Kubernetes takes. Longer ones are cut here: each stands in many places. */
const MOST_CHARACTERS = 253;

const short = (name: string): string => name.slice(0, MOST_CHARACTERS);

/**
 * Names a finding in a way that stays when lines move, and documents or containers change their order: check, object, and
 * the field with the name of its container in place of the index.
 *
 * @example 'host-port@default/Pod/web/app/ports/0'
 */
export function fingerprintOf(pod: PodReport, { check, pointer }: Finding): string {
  const container = pod.containers.find(
    (each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`),
  );
  const field =
    container === undefined
      ? pointer.replace(pod.source.pointer, '')
      : `/${short(container.name)}${pointer.slice(container.pointer.length)}`;
  return `${check}@${objectName(pod)}${field}`;
}

/** SARIF takes `[text](target)` in a message for a link; names may look like one. */
export const plainMessage = (text: string) => ({ text: text.replaceAll('](', ']\\(') });
