import type { Problem } from '../../model/problem.ts';
import type { ApiReply, ApiRequest } from '../../runtime/api.ts';
import { problemReply } from '../problems.ts';

/**
 * Refuses a body. One of a type that is not read learns which are.
 *
 * @see RFC 9110, 15.5.16; W3C Linked Data Platform 1.0, 7.1, Accept-Post
 */
export const refuseBody = (
  request: ApiRequest,
  problems: readonly [Problem, ...Problem[]],
  mediaTypes: readonly string[],
): ApiReply =>
  problemReply(
    request,
    problems,
    problems[0].code === 'UNSUPPORTED_MEDIA_TYPE' ? { 'accept-post': mediaTypes.join(', ') } : {},
  );
