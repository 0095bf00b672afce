import type { Answer } from '../../../runtime/api.ts';
import { jsonReply } from '../reply.ts';

/** `GET /healthz`: that the function runs. It depends on nothing that could be ill. */
export const getHealth: Answer = () => jsonReply({ status: 'ok' });
