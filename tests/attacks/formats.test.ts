import { formats } from '../../src/formats/format.ts';
import { failuresOf } from '../support/attack.ts';
import { objects } from './bodies.ts';

/** Every format: minutes of it, and so not in `npm test`. */
jest.setTimeout(900_000);

test.each(formats.filter(({ id }) => id !== 'json'))('$id of whatever can be read', ({ id }) => {
  const eventOf = (body: string) => ({
    routeKey: 'POST /v1/analyze',
    rawPath: '/v1/analyze',
    rawQueryString: `format=${id}`,
    body,
  });
  expect(failuresOf('rest', objects, eventOf, 2)).toEqual([]);
});
