import { listWords } from '../../model/list-words.ts';
import { listNames } from '../list-names.ts';
import { defaultImage, isDefault } from './default-command.ts';
import { type Plan, wishesNode } from './plan.ts';
import type { Addition } from './ruling.ts';

/** Tells in one paragraph which fields do what was asked, and what comes with every Pod. */
export const explain = (plan: Plan, additions: readonly Addition[]): string =>
  [
    ...new Set(additions.flatMap(({ says = [] }) => says)),
    whatComesAnyway(plan, additions),
    whatStaysApart(plan),
    'automountServiceAccountToken: false keeps the credentials for the API server out.',
    ...profileSays(plan),
    ...imageSays(plan),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');

/** Asked for or not, and without any field. */
function whatComesAnyway(plan: Plan, additions: readonly Addition[]): string {
  if (plan.containers.length < 2) return '';
  const withOwnMemory = new Set(
    additions.flatMap(({ volumes = [] }) =>
      volumes.flatMap(({ mounts }) =>
        mounts.flatMap(({ path, container }) => (path === '/dev/shm' ? container : [])),
      ),
    ),
  );
  const keepsMemory = plan.containers.length - withOwnMemory.size > 1 && !wishesNode(plan, 'host-ipc');
  const things = [
    ...(wishesNode(plan, 'host-network')
      ? []
      : ['one network namespace (one IP address, one localhost)', 'one hostname']),
    ...(wishesNode(plan, 'host-ipc') ? [] : ['one IPC namespace']),
    ...(keepsMemory
      ? [`one /dev/shm of 64 MiB${withOwnMemory.size > 0 ? ' (for those that mount no other)' : ''}`]
      : []),
  ];
  return things.length === 0
    ? ''
    : `With every Pod ${things.length === 1 ? 'comes' : 'come'} ${listWords(things)}: its containers share that without any field.`;
}

function whatStaysApart(plan: Plan): string {
  const sharesProcesses =
    wishesNode(plan, 'host-pid') || plan.wishes.some(({ list, kind }) => list === 'share' && kind === 'pid');
  return sharesProcesses
    ? 'Each container keeps a file system of its own, but for the volumes it mounts.'
    : 'Each container keeps processes and a file system of its own, but for the volumes it mounts.';
}

const profileSays = ({ intent, wishes }: Plan): string[] =>
  intent.profile !== 'restricted'
    ? []
    : [
        `For the Pod Security level restricted the containers run as user and group 1000 without capabilities${
          wishes.some((wish) => wish.kind === 'port' && wish.list === 'share' && wish.port < 1024)
            ? ', and a safe sysctl opens the ports below 1024 to that user'
            : ''
        }: an image that needs root does not run so.`,
      ];

function imageSays({ containers }: Plan): string[] {
  const invented = containers.filter(isDefault).map(({ name }) => name);
  return invented.length === 0
    ? []
    : [
        `Without an image of its own ${listNames(invented)} ${invented.length === 1 ? 'runs' : 'run'} ${defaultImage}, whose command only shows the sharing.`,
      ];
}
