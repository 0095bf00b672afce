import type { Analysis } from '../../model/report.ts';
import { analysisBlocks } from '../document/analysis.ts';
import { printBlocks } from './blocks.ts';

/**
 * Prints a report as GitHub-flavoured Markdown for a chat or a documentation page. Names and texts of the manifest are
 * escaped: none of them becomes markup.
 */
export const renderMarkdown = (analysis: Analysis): string => `${printBlocks(analysisBlocks(analysis))}\n`;
