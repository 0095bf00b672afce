import type { Topic } from './topics.ts';

/**
 * Finds what a word or a question is about: the topics with this id, else those in which every word that means something
 * occurs, those first that have it in their id or title.
 *
 * @example findTopics(topics, 'host-pid') // => the check
 * @example findTopics(topics, 'What is a mount namespace?') // => the namespace, then whatever else tells of it
 */
export function findTopics(topics: readonly Topic[], question: string): readonly Topic[] {
  const id = question.trim().toLowerCase();
  const exact = topics.filter((topic) => topic.id === id);
  if (exact.length > 0) return exact;

  const words = (id.match(/[\p{L}\p{N}][\p{L}\p{N}./-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? []).filter(
    (word) => !empty.has(word),
  );
  if (words.length === 0) return [];
  return topics
    .map((topic) => ({ topic, weight: weigh(topic, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ topic }) => topic);
}

/** 0 when a word does not occur; more for each word in the id or the title. Titles of checks are sentences: they say less. */
function weigh(topic: Topic, words: readonly string[]): number {
  const title = `${topic.type} ${topic.title}`.toLowerCase();
  const page = topic.page().toLowerCase();
  let weight = 0;
  for (const word of words) {
    if (topic.id.includes(word)) weight += 9;
    else if (title.includes(word)) weight += topic.type === 'check' ? 3 : 9;
    else if (page.includes(word)) weight += 1;
    else return 0;
  }
  return weight;
}

/** Words of questions that say nothing of what is asked. */
const empty: ReadonlySet<string> = new Set(
  'a an the is are be do does did can could may what which who why how when where it its of in on to and or for with by i my me you your explain tell about mean means'.split(
    ' ',
  ),
);
