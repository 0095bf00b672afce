import { channels } from '../../core/channels/index.ts';
import { examples } from '../../core/examples/index.ts';
import { namespaces } from '../../core/namespaces/index.ts';
import type { TopicType } from '../../model/vocabulary.ts';
import { buildDefault, printExample } from '../examples.ts';
import { renderChannel } from '../pages/channel.ts';
import { renderCheck } from '../pages/check.ts';
import { renderNamespace } from '../pages/namespace.ts';
import type { CheckCatalogue } from '../rest/reference/checks.ts';
import { renderExample } from './pages/example.ts';

/** Something to look up: an entry of one of the catalogues. */
export type Topic = {
  readonly type: TopicType;
  readonly id: string;
  readonly title: string;
  /** Prints it as Markdown. */
  readonly page: () => string;
  /** Prints it as what it is, where that is not Markdown. */
  readonly yaml?: () => string;
};

/** Lists everything that can be looked up, catalogue after catalogue, each in its own order. */
export function listTopics({ checks }: CheckCatalogue): readonly Topic[] {
  return [
    ...namespaces.map((one) => ({
      type: 'namespace' as const,
      id: one.kind,
      title: one.title,
      page: () => renderNamespace(one),
    })),
    ...channels.map((one) => ({
      type: 'channel' as const,
      id: one.kind,
      title: one.title,
      page: () => renderChannel(one),
    })),
    ...checks.map((one) => ({
      type: 'check' as const,
      id: one.id,
      title: one.summary,
      page: () => renderCheck(one),
    })),
    ...examples.map(({ id, title }) => ({
      type: 'example' as const,
      id,
      title,
      page: () => renderExample(buildDefault(id)),
      yaml: () => printExample(buildDefault(id)),
    })),
  ];
}

/** Where the page of a topic can be read. */
export const uriOf = ({ type, id }: Pick<Topic, 'type' | 'id'>): string => `podshare://${type}s/${id}`;
