/**
 * What the texts of an intent must look like: nothing that a shell, YAML or Markdown would take apart. Without a schema
 * library, so that `src/model/generate.ts` and the reader of requests use the same ones.
 */

/** Absolute paths of plain names, without `.` and `..`. At most 200 characters. */
export const pathPattern = /^(\/(?!\.{1,2}(\/|$))[-A-Za-z0-9._]+){1,16}$|^\/$/;

/** References of images. */
export const imagePattern = /^[A-Za-z0-9][-A-Za-z0-9._/:@]{0,254}$/;

/** Sizes of file systems: binary units, as Kubernetes writes quantities. */
export const sizePattern = /^[1-9][0-9]{0,5}(Ki|Mi|Gi)$/;

/**
 * Words of a command: what YAML carries without escapes that kubectl refuses. No control characters but tab and line feed,
 * no line separators, no half surrogates. At most 16,384 characters.
 */
export const wordPattern =
  /^[\t\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** How long the texts and lists of an intent may be. */
export const intentLimits = {
  pathLength: 200,
  wordLength: 16_384,
  words: 100,
  containers: 24,
  wishes: 50,
} as const;
