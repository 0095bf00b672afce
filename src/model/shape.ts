/**
 * A field table of a Kubernetes type: which fields exist and what each holds.
 *
 * One table gives the TypeScript type (`Infer`) and drives the reader that takes a YAML value apart
 * (`src/manifest/decode.ts`), so that the two cannot disagree. A schema library is not used here because the reader must
 * keep what is good of a broken object and name the place of what is not.
 */
export type Shape =
  | { readonly type: 'boolean' | 'integer' | 'string' | 'intOrString' | 'any' }
  | { readonly type: 'list'; readonly items: Shape }
  | { readonly type: 'map'; readonly values: Shape }
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, Shape>> };

/** What a value of a shape looks like once read: wrong types and nulls are absent, so every field is optional. */
export type Infer<S extends Shape> = S extends { type: 'boolean' }
  ? boolean
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'string' }
      ? string
      : S extends { type: 'intOrString' }
        ? number | string
        : S extends { type: 'list'; items: infer I extends Shape }
          ? readonly Infer<I>[]
          : S extends { type: 'map'; values: infer V extends Shape }
            ? Readonly<Record<string, Infer<V>>>
            : S extends { type: 'object'; fields: infer F extends Record<string, Shape> }
              ? { readonly [K in keyof F]?: Infer<F[K]> }
              : unknown;

export const boolean = { type: 'boolean' } as const;
export const integer = { type: 'integer' } as const;
export const string = { type: 'string' } as const;
export const intOrString = { type: 'intOrString' } as const;

/** A field that exists and that nothing here depends on: known to the reader, kept as it stands. */
export const any = { type: 'any' } as const;

export const list = <I extends Shape>(items: I) => ({ type: 'list', items }) as const;
export const map = <V extends Shape>(values: V) => ({ type: 'map', values }) as const;
export const object = <F extends Record<string, Shape>>(fields: F) => ({ type: 'object', fields }) as const;
