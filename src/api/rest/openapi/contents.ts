import { formats } from '../../../formats/format.ts';
import { limits } from '../../../model/limits.ts';
import { manifestMediaTypes } from '../analyze-request.ts';
import { type Content, type Media, schemaOf } from './parts.ts';

/** What is answered in each of several formats; the one called `json` has the shape of that name. */
export const contentOf = (
  representations: readonly { readonly id: string; readonly contentType: string }[],
  shape: string,
): Content =>
  Object.fromEntries(
    representations.map(({ id, contentType }) => {
      const type = contentType.split(';')[0] ?? contentType;
      return [type, id === 'json' ? schemaOf(shape) : writtenAs(type, limits.outputBytes)];
    }),
  );

export const analysisContent = contentOf(formats, 'Analysis');

/**
 * Something written of at most so many bytes, and so of at most as many characters. Some who read the document take YAML for
 * the text and some for what it holds; both find that here.
 */
export function writtenAs(type: string, maxLength: number): Media {
  if (type.endsWith('json')) return { schema: { type: 'object' } };
  return { schema: { type: type.endsWith('yaml') ? ['string', 'object'] : 'string', maxLength } };
}

const manifestInJson: Media = {
  schema: {
    oneOf: [
      { $ref: '#/components/schemas/AnalyzeRequest' },
      {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' } },
        description: 'A Kubernetes object: a Pod, a workload with a Pod template, or a List.',
      },
    ],
  },
};

/** A manifest as a body, under each media type it may have. */
export const manifestContent: Content = Object.fromEntries(
  manifestMediaTypes.map((type) => [
    type,
    type === 'application/json' ? manifestInJson : writtenAs(type, limits.bodyBytes),
  ]),
);
