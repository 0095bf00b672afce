import type { Topic } from '../topics.ts';
import { analyzeSharing } from './analyze-sharing.ts';
import { compareManifests } from './compare-manifests.ts';
import { createExplain } from './explain.ts';
import { explainPair } from './explain-pair.ts';
import { fixFindings } from './fix-findings.ts';
import { generateManifest } from './generate-manifest.ts';
import type { Tool } from './tool.ts';

/** Every tool, in the order they are listed: what is asked most often first. */
export const toolNames = [
  'analyze_sharing',
  'explain_pair',
  'compare_manifests',
  'generate_manifest',
  'fix_findings',
  'explain',
] as const;
export type ToolName = (typeof toolNames)[number];

/** Makes the tools by name. A name without a tool does not compile. */
export function createTools(topics: readonly Topic[]): ReadonlyMap<string, Tool> {
  const tools: Readonly<Record<ToolName, Tool>> = {
    analyze_sharing: analyzeSharing,
    explain_pair: explainPair,
    compare_manifests: compareManifests,
    generate_manifest: generateManifest,
    fix_findings: fixFindings,
    explain: createExplain(topics),
  };
  return new Map(Object.entries(tools));
}
