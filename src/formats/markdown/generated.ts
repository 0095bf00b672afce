import type { Generated } from '../../model/generate.ts';
import { kubectlTarget } from '../../model/kubectl-target.ts';
import type { PodReport } from '../../model/report.ts';
import { codeBlock, escapeText } from './text.ts';

/**
 * Prints what was generated as GitHub-flavoured Markdown for a chat: the explanation, the manifest, the proof of each wish, and
 * commands that show the sharing on a cluster. Names in it are escaped: none of them becomes markup or a word of the shell.
 */
export function renderGenerated({ manifest, explanation, analysis, proof }: Generated): string {
  const [pod] = analysis.pods;
  const sections = [
    escapeText(explanation),
    codeBlock(manifest, 'yaml'),
    ...(proof.length === 0 ? [] : [proof.map(proofItem).join('\n')]),
    ...(pod === undefined ? [] : ['See it on a cluster:', codeBlock(listCommands(pod).join('\n'), 'sh')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

const proofItem = ({ asked, holds, because }: Generated['proof'][number]): string =>
  `- ${holds ? '✅' : '❌'} ${escapeText(asked)}. ${escapeText(because)}`;

/** Containers and mounts that get a command. */
const MOST = 6;

/** Commands for what runs: init containers have ended. */
function listCommands(pod: PodReport): string[] {
  const { kind, name, namespace } = pod.source;
  const scope = namespace === null || namespace === 'default' ? '' : ` -n ${quote(namespace)}`;
  const { target, start } = kubectlTarget(kind, quote(name ?? ''), scope);
  const exec = (container: string, command: string) =>
    `kubectl exec${scope} ${target} -c ${quote(container)} -- ${command}`;
  const running = pod.containers.filter(({ role }) => role !== 'init').map((container) => container.name);
  const isRunning = ({ container }: { readonly container: string }) => running.includes(container);
  const shared = pod.volumes.filter(({ overlaps }) => overlaps.length > 0);
  const mounts = shared.flatMap((volume) => volume.mounts.filter(isRunning));
  const connections = pod.ports.flatMap(({ port, containers }) => {
    const client = running.find((one) => !containers.includes(one));
    return client === undefined ? [] : [exec(client, `wget -q -O - http://localhost:${port}/`)];
  });
  return [
    `kubectl apply${scope} -f manifest.yaml`,
    ...start,
    '# One namespace where the numbers are equal:',
    ...running.slice(0, MOST).map((container) => exec(container, 'ls -l /proc/self/ns')),
    ...mounts.slice(0, MOST).map(({ container, path }) => exec(container, `ls -l ${quote(path)}`)),
    ...connections.slice(0, MOST),
  ];
}

/** A word of the shell, in quotes where a character could mean something. */
const quote = (word: string): string =>
  /^[-\w./:=@]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
