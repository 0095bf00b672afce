import type { ApiReply } from '../../../runtime/api.ts';
import type { ExampleCall } from './example-calls.ts';
import type { Content, Reply } from './parts.ts';

/** A call, and what the API really answered to it. */
export type ExampleReply = { readonly call: ExampleCall; readonly reply: ApiReply };

/** Puts the bodies that are worth showing under their media types. */
export function showRequests(content: Content, examples: readonly ExampleReply[]): Content {
  const sent = examples.flatMap(({ call }) =>
    call.isShown && call.body !== undefined
      ? [{ call, type: mediaTypeOf(call.headers), text: call.body }]
      : [],
  );
  return addExamples(content, sent);
}

/** Puts the replies of one status under their media types. */
export function showReplies(
  { content, ...reply }: Reply,
  status: number,
  examples: readonly ExampleReply[],
): Reply {
  const received = examples
    .filter(({ reply: own }) => own.status === status)
    .map(({ call, reply: { headers, body } }) => ({ call, type: mediaTypeOf(headers), text: body }));
  return { ...reply, ...(content && { content: addExamples(content, received) }) };
}

type Example = { readonly call: ExampleCall; readonly type: string | undefined; readonly text: string };

/** Puts each example under its media type. */
const addExamples = (content: Content, examples: readonly Example[]): Content =>
  Object.fromEntries(
    Object.entries(content).map(([type, part]) => {
      const own = examples
        .filter((example) => example.type === type)
        .map(({ call, text }) => [
          call.name,
          { summary: call.summary, value: shorten(valueOfText(type, text), call.keeps) },
        ]);
      return [type, own.length > 0 ? { ...part, examples: Object.fromEntries(own) } : part];
    }),
  );

/** Cuts each list, and the lines of a text. What is left still has the shape of the whole. */
function shorten(value: unknown, keeps = Number.POSITIVE_INFINITY): unknown {
  if (typeof value === 'string') return value.split('\n').slice(0, keeps).join('\n');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      Array.isArray(member) ? member.slice(0, keeps) : member,
    ]),
  );
}

const valueOfText = (type: string, text: string): unknown =>
  /[/+]json$/.test(type) ? JSON.parse(text) : text;

const mediaTypeOf = (named: Readonly<Record<string, string>>) => named['content-type']?.split(';')[0];
