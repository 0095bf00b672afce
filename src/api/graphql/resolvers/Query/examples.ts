import { examples as all } from '../../../../core/examples/index.ts';
import { example } from './example.ts';

/** The catalogue, each example with its defaults. */
export const examples = () => all.map(({ id }) => example(undefined, { id }));
