import type { ContainerRole } from './vocabulary.ts';

/** What to call a container of each class in a sentence. */
export const roleNouns: Readonly<Record<ContainerRole, string>> = {
  init: 'init container',
  sidecar: 'sidecar',
  app: 'app container',
  ephemeral: 'ephemeral container',
};

/** The same with its article. */
export const aRole = (role: ContainerRole): string => `${role === 'sidecar' ? 'a' : 'an'} ${roleNouns[role]}`;
