/**
 * Reads a `Content-Type` header.
 *
 * @returns The media type in lower case, undefined when there is none; the charset, which is UTF-8 unless it says otherwise.
 */
export function readContentType(value: string | undefined): {
  readonly type: string | undefined;
  readonly charset: string;
} {
  const [type = '', ...parameters] = (value ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return {
    type: type === '' ? undefined : type,
    charset: charset?.replaceAll('"', '').replace('utf8', 'utf-8') ?? 'utf-8',
  };
}

/** Says whether a charset is UTF-8 or a part of it. */
export const isUtf8Charset = (charset: string): boolean => charset === 'utf-8' || charset === 'us-ascii';
