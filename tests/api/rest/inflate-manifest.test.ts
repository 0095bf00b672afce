import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { inflateManifest } from '../../../src/api/rest/inflate-manifest.ts';
import { packedPod, pod } from '../../../src/api/rest/openapi/example-calls.ts';
import { limits } from '../../../src/model/limits.ts';

const pack = (text: string | Buffer) => deflateSync(text).toString('base64url');

test('any text comes back as it was, in either wrapping, with padding and without', () => {
  const packings = fc.constantFrom(deflateSync, deflateRawSync);
  const encodings = fc.constantFrom<(packed: Buffer) => string>(
    (packed) => packed.toString('base64url'),
    (packed) => packed.toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  );
  const options = fc.record({
    level: fc.integer({ min: 0, max: 9 }),
    windowBits: fc.integer({ min: 9, max: 15 }),
  });
  const text = fc.string({ unit: 'grapheme', maxLength: 2000 });
  fc.assert(
    fc.property(text, packings, encodings, options, (manifest, deflate, encode, settings) => {
      expect(inflateManifest(encode(deflate(manifest, settings)))).toEqual({ ok: true, value: manifest });
    }),
    { seed: 7 },
  );
});

test('whatever else it is given, it answers with a problem or a text', () => {
  const problems = {
    ok: false,
    problems: [{ code: expect.stringMatching(/^(INVALID_ENCODING|BODY_TOO_LARGE)$/) }],
  };
  const text = { ok: true, value: expect.any(String) };
  const any = fc.oneof(
    fc.string(),
    fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  );
  fc.assert(
    fc.property(any, (packed) => {
      const result = inflateManifest(packed);
      expect(result).toMatchObject(result.ok ? text : problems);
    }),
    { seed: 7, numRuns: 500 },
  );
});

const refused = (code: string, detail: string, limit?: string) => ({
  ok: false,
  problems: [{ code, detail, ...(limit && { limit }) }],
});
const notBase64 = refused('INVALID_ENCODING', '`m` must be base64url: only letters, digits, - and _.');
const notDeflated = refused(
  'INVALID_ENCODING',
  '`m` is base64url, but not of deflated text: the link may have been cut off.',
);
const notUtf8 = refused('INVALID_ENCODING', 'What `m` inflates to is not UTF-8 text.');
const tooLarge = refused(
  'BODY_TOO_LARGE',
  'What `m` inflates to is larger than 1048576 bytes. Send the manifest in parts.',
  'bodyBytes',
);

test.each([
  ['nothing', '', notBase64],
  ['a space, which + becomes in a query', 'eJw rT', notBase64],
  ['a slash', 'eJw/rT', notBase64],
  ['too much padding', `${pack('a')}===`, notBase64],
  ['text behind the padding', `${pack('a')}=a`, notBase64],
  ['two links', `${pack('a')},${pack('a')}`, notBase64],
  ['a manifest as it is', Buffer.from('kind: Pod').toString('base64url'), notDeflated],
  ['a link that was cut off', packedPod.slice(0, -10), notDeflated],
  ['a link that was changed', `${packedPod.slice(0, -4)}AAAA`, notDeflated],
  ['gzip', gzipSync('kind: Pod').toString('base64url'), notDeflated],
  ['half a character', pack(Buffer.from([0xc3])), notUtf8],
  ['the largest text', pack('x'.repeat(limits.bodyBytes)), { ok: true, value: 'x'.repeat(limits.bodyBytes) }],
  ['one byte more', pack('x'.repeat(limits.bodyBytes + 1)), tooLarge],
  ['the example of the OpenAPI document', packedPod, { ok: true, value: pod }],
])('%s', (_, packed, result) => {
  expect(inflateManifest(packed)).toEqual(result);
});

test('a bomb is not blown up: what it has behind the limit is not even looked at', () => {
  const bomb = deflateRawSync(Buffer.alloc(100_000_000));
  bomb.fill(0xff, bomb.length >> 1);
  expect(inflateManifest(bomb.toString('base64url'))).toEqual(tooLarge);
});
