import { renderGenerated } from '../../../formats/markdown/generated.ts';
import { asJson, asMarkdown, asYaml, type Representations } from '../../../formats/representation.ts';
import type { Generated } from '../../../model/generate.ts';
import { generate } from '../../generate.ts';
import { readGenerateRequest } from '../../generate-request.ts';
import { respond } from './respond.ts';

/** How what was generated is written: whole, or only the manifest for `kubectl apply -f -`, or as a page. */
export const generatedRepresentations: Representations<Generated> = [
  asJson,
  asYaml(({ manifest }) => manifest),
  asMarkdown(renderGenerated),
];

/** `POST /v1/generate`: what should be shared in, a manifest that shares exactly that out. */
export const postGenerate = respond({
  members: ['example', 'parameters', 'intent'],
  read: readGenerateRequest,
  answer: generate,
  representations: generatedRepresentations,
});
