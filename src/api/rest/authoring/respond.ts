import type { Representations } from '../../../formats/representation.ts';
import type { Options } from '../../../model/options.ts';
import type { Result } from '../../../model/problem.ts';
import type { Answer } from '../../../runtime/api.ts';
import type { Members } from '../../members.ts';
import type { Outcome } from '../../outcome.ts';
import { firstWithinLimit, outputTooLarge } from '../../output-limit.ts';
import { problemReply } from '../../problems.ts';
import { jsonMediaTypes, readJsonRequest } from '../json-request.ts';
import { negotiate } from '../negotiate.ts';
import { refuseBody } from '../refuse-body.ts';

type Endpoint<Question, T> = {
  /** The members of the body. */
  readonly members: readonly string[];
  /** Takes the members apart. */
  readonly read: (members: Members) => Result<Question>;
  readonly answer: (question: Question, options: Options) => Outcome<T>;
  readonly representations: Representations<T>;
};

/** Makes an endpoint that takes a JSON object and answers a question about manifests in the format asked for. */
export const respond =
  <Question, T>({ members, read, answer, representations }: Endpoint<Question, T>): Answer =>
  (request) => {
    const sent = readJsonRequest(request, members);
    if (!sent.ok) return refuseBody(request, sent.problems, jsonMediaTypes);
    const { options, format } = sent.value;
    const chosen = negotiate(representations, { format, accept: request.headers['accept'] });
    if (!chosen.ok) return problemReply(request, chosen.problems, { vary: 'accept' });

    const question = read(sent.value.members);
    if (!question.ok) return problemReply(request, question.problems);
    const outcome = answer(question.value, options);
    if (!outcome.ok) return problemReply(request, outcome.problems);

    const { id, render, contentType } = chosen.value;
    // JSON that is too large comes without its indentation.
    const body = firstWithinLimit(outcome.answer, id === 'json' ? [render, JSON.stringify] : [render]);
    if (body === undefined) return problemReply(request, [outputTooLarge]);
    const headers = { 'content-type': contentType, vary: 'accept' };
    return { status: 200, headers, body, counts: outcome.counts };
  };
