import type { Analysis, PodReport } from '../../model/report.ts';
import { type PodGraph, podGraph } from './pod-graph.ts';
import { quote } from './statement.ts';

/**
 * What Mermaid draws by default: past 500 lines or 50,000 characters it shows an error instead. Pods that would go past it
 * are left out.
 *
 * @see mermaid `packages/mermaid/src/schemas/config.schema.yaml`, maxEdges and maxTextSize
 */
const MOST_EDGES = 450;
const MOST_CHARACTERS = 45_000;

/**
 * Writes a report as a Mermaid flowchart, which GitHub draws when it stands in a fence: a frame for each Pod, in it the
 * containers, what several of them share, and the volumes with an arrow into them for who writes and out for who reads.
 */
export function renderMermaid({ pods }: Analysis): string {
  const frames: string[] = [];
  let [edges, characters] = [0, 0];
  for (const [i, pod] of pods.entries()) {
    const graph = podGraph(pod, i);
    const frame = printFrame(pod, i, graph);
    edges += graph.edges.length;
    characters += frame.length;
    if (edges > MOST_EDGES || characters > MOST_CHARACTERS) break;
    frames.push(frame);
  }
  const more = pods.length - frames.length;
  return [
    'flowchart TB',
    ...frames,
    ...(more > 0 ? [`  more[${quote(`${more} more Pods`)}]`] : []),
    ...(pods.length === 0 ? [`  none[${quote('There is no Pod in this manifest.')}]`] : []),
    '  classDef shared fill:#0860ca,stroke:#0860ca,color:#ffffff',
    '  classDef node fill:#eaeef2,stroke:#57606a,color:#1f2328',
    '  classDef host fill:#9a3412,stroke:#9a3412,color:#ffffff',
    '',
  ].join('\n');
}

const printFrame = ({ source: { kind, name } }: PodReport, i: number, { nodes, edges }: PodGraph): string =>
  [
    `  subgraph p${i}[${quote(`${kind} ${name ?? 'without a name'}`)}]`,
    // Else Mermaid lays a frame out across the chart.
    '    direction TB',
    ...nodes.map((node) => `    ${node}`),
    '  end',
    ...edges.map((edge) => `  ${edge}`),
  ].join('\n');
