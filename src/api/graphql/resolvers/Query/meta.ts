import { checks } from '../../../../core/checks/index.ts';
import { limits } from '../../../../model/limits.ts';
import { describeService } from '../../../meta.ts';
import { queryLimits } from '../../limits.ts';

/** What `GET /v1/meta` says, with the limits as lists: a limit that is added changes no query. */
export const meta = () => ({
  ...describeService(checks.length),
  limits: listLimits(limits),
  queryLimits: listLimits(queryLimits),
});

const listLimits = (limitsByName: Readonly<Record<string, number>>) =>
  Object.entries(limitsByName).map(([name, value]) => ({ name, value }));
