import { checks } from './checks.ts';

export const check = (_parent: unknown, { id }: { readonly id: string }) =>
  checks().find((one) => one.id === id);
