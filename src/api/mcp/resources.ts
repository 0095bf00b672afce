import { renderJson } from '../../formats/json.ts';
import { topicTypes } from '../../model/vocabulary.ts';
import { errorCodes } from './json-rpc.ts';
import { done, failed, type Method } from './method.ts';
import { statelessRevision } from './revisions.ts';
import { type Topic, uriOf } from './topics.ts';

type Resource = {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: string;
  readonly read: () => string;
};

/** Makes what can be read: a page for each topic, and the schema of a report. */
export function createResources(topics: readonly Topic[], reportSchema: object) {
  const resources = [...topics.map(resourceOf), schemaResource(reportSchema)];
  const byUri = new Map(resources.map((resource) => [resource.uri, resource]));
  const read: Method = ({ uri }, revision) => {
    const resource = typeof uri === 'string' ? byUri.get(uri) : undefined;
    if (resource)
      return done({ contents: [{ uri: resource.uri, mimeType: resource.mimeType, text: resource.read() }] });
    const isStateless = revision === statelessRevision || typeof uri !== 'string';
    return failed(
      isStateless ? errorCodes.invalidParams : errorCodes.resourceNotFound,
      'There is no such resource: resources/list lists them.',
    );
  };
  return {
    list: resources.map(({ read: _, ...resource }) => resource),
    templates: topicTypes.map(templateOf),
    read,
  };
}

const mimeTypes = {
  namespace: 'text/markdown',
  channel: 'text/markdown',
  check: 'text/markdown',
  example: 'application/yaml',
} as const;

const resourceOf = (topic: Topic): Resource => ({
  uri: uriOf(topic),
  name: topic.id,
  title: topic.title,
  mimeType: mimeTypes[topic.type],
  read: topic.yaml ?? topic.page,
});

const schemaResource = (schema: object): Resource => ({
  uri: 'podshare://schema/report',
  name: 'report',
  title: 'JSON Schema of a report',
  mimeType: 'application/schema+json',
  read: () => renderJson(schema),
});

const about = {
  namespace: 'What one kind of Linux namespace isolates, and how Kubernetes shares it',
  channel: 'What one container can do to another by one kind of channel',
  check: 'What a check looks for, why, and what to do',
  example: 'A manifest that teaches one thing about sharing',
} as const;

const templateOf = (type: Topic['type']) => ({
  uriTemplate: uriOf({ type, id: type === 'example' || type === 'check' ? '{id}' : '{kind}' }),
  name: type,
  title: about[type],
  mimeType: mimeTypes[type],
});
