import { bodies } from '../attacks/bodies.ts';
import { failuresOf } from '../support/attack.ts';

/** The function that manifests are mostly sent to. More texts, and all functions, are in tests/attacks: `npm run test:attacks`. */

test('rest withstands every attack, twice', () => {
  const eventOf = (body: string) => ({ routeKey: 'POST /v1/analyze', rawPath: '/v1/analyze', body });
  expect(failuresOf('rest', bodies, eventOf)).toEqual([]);
});
