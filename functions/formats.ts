import catalogue from '../schema/checks.json' with { type: 'json' };

export { renderers } from '../src/formats/renderers.ts';

/** What the formats but JSON are made with. Not a function: `rest` loads it when the first such answer is asked for. */
export const { checks } = catalogue;
