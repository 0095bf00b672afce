import { restrictedContainer, restrictedPodWith } from '../security/pod-security/restricted.ts';
import type { Plan } from './plan.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What the profile of an intent asks of the Pod: nothing but for restricted.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const podSecurityContext = ({ intent, wishes }: Plan): Fields | undefined =>
  intent.profile === 'restricted'
    ? restrictedPodWith(
        wishes.flatMap((wish) => (wish.kind === 'port' && wish.list === 'share' ? [wish.port] : [])),
      )
    : undefined;

/** The same for each of its containers. */
export const containerSecurityContext = ({ intent }: Plan): Fields | undefined =>
  intent.profile === 'restricted' ? restrictedContainer : undefined;
