import { namespaces as all } from '../../../../core/namespaces/index.ts';

export const namespaces = () => all;
