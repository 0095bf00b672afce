import type { ChannelRule } from '../../core/channels/channel.ts';
import { codeSpan, escapeText } from '../../formats/markdown/text.ts';

/** Prints what one container can do to another by a kind of channel. */
export const renderChannel = ({ kind, title, allows, needs, source }: ChannelRule): string =>
  `# ${escapeText(title)} (${codeSpan(kind)})

${escapeText(allows)}

- **Needs:** ${escapeText(needs)}
- **Source:** <${source}>
`;
