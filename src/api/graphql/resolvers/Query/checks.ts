import { checks as all } from '../../../../core/checks/index.ts';

export const checks = () => all;
