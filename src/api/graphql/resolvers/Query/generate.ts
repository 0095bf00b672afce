import { readGenerateRequest } from '../../../generate-request.ts';
import type { Context } from '../../context.ts';
import { type IntentInput, readIntent } from '../../read-intent.ts';
import { readOptions } from '../../read-options.ts';
import { toUnion } from '../../to-union.ts';

type Wanted = {
  readonly example?: string | null;
  readonly parameters?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly intent?: IntentInput | null;
  readonly options?: object | null;
};

/** What cannot be built is a `Rejection` in the data, as on REST; a bad option is an entry in `errors`. */
export const generate = (
  _parent: unknown,
  { example, parameters, intent, options }: Wanted,
  context: Context,
) => {
  const read = readGenerateRequest({
    ...(example != null && { example }),
    ...(parameters != null && {
      parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
    }),
    ...(intent != null && { intent: readIntent(intent) }),
  });
  const outcome = read.ok ? context.generate(read.value, readOptions(options)) : read;
  return toUnion('Generated', outcome);
};
