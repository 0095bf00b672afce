import { describeCheck } from '../../../../core/checks/describe.ts';
import { checks as all } from '../../../../core/checks/index.ts';

export const checks = () => all.map(describeCheck);
