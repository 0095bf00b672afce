import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import type { Problem } from '../../../model/problem.ts';
import { details, topicTypes } from '../../../model/vocabulary.ts';
import { findTopics } from '../find-topics.ts';
import { type Topic, uriOf } from '../topics.ts';
import { clip } from './clip.ts';
import { type Entry, frameCharacters, type Told, tellBriefly } from './told.ts';
import type { Tool } from './tool.ts';

/** `explain`: what a namespace, a channel, a check or an example is; or what there is about a word. */
export const createExplain =
  (topics: readonly Topic[]): Tool =>
  ({ topic, detail, ...others }) => {
    const isDetail = detail === undefined || detail === null || details.some((word) => word === detail);
    if (
      typeof topic !== 'string' ||
      topic.length > longestTopic ||
      !isDetail ||
      Object.keys(others).length > 0
    )
      return { type: 'bad-arguments', problems: [badArguments] };

    const found = findTopics(topics, topic);
    const [only, ...more] = found;
    if (only === undefined) return { type: 'rejected', problems: [notFound] };
    if (more.length > 0) return { type: 'told', ways: [tellList(found)] };
    return { type: 'told', ways: [detail === 'full' ? tellWhole(only) : tellPage(only)] };
  };

/** Characters of a question. */
export const longestTopic = 200;

const badArguments: Problem = {
  code: 'INVALID_REQUEST',
  detail: `\`topic\` must be text of at most ${longestTopic} characters. The only other argument is \`detail\`: ${details.join(' or ')}.`,
};

const notFound: Problem = {
  code: 'NOT_FOUND',
  detail: `Nothing is known about that. Ask for the name of a ${topicTypes.join(', ')}, or for one word.`,
};

const tellList = (topics: readonly Topic[]): Told =>
  tellBriefly(
    { text: 'It occurs in these; ask for one of them by its id:', data: {} },
    { topics: { noun: 'topic', entries: topics.map(topicEntry) } },
  );

function tellPage(topic: Topic): Told {
  const page = topic.page();
  const room = frameCharacters - FRAME;
  const whole = JSON.stringify(page).length;
  const entry = topicEntry(topic);
  if (whole * 2 <= room) return { text: page, data: { topics: [entry.data], page } };
  const text = whole <= room ? page : clip(page, room / 2);
  return { text, data: { topics: [entry.data], leftOut: { page: page.length } } };
}

const tellWhole = (topic: Topic): Told => {
  const page = topic.page();
  return { text: page, data: { topics: [topicEntry(topic).data], page } };
};

/** Room for what a topic is besides its page. */
const FRAME = 600;

function topicEntry(topic: Topic): Entry {
  const { type, id, title } = topic;
  return {
    text: `- ${type} ${codeSpan(id)}: ${escapeText(title)}`,
    data: { type, id, title, resource: uriOf(topic) },
  };
}
