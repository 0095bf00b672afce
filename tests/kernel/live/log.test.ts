import { readLog } from './log.ts';

const at = '2026-11-26T10:00:00.123456789Z';

test.each([
  ['nothing', '', []],
  ['lines of both streams', `${at} stdout F one\n${at} stderr F two\n`, ['stdout one', 'stderr two']],
  ['an empty line', `${at} stdout F \n`, ['stdout ']],
  ['spaces are kept', `${at} stdout F  a  b \n`, ['stdout  a  b ']],
  ['parts of one line', `${at} stdout P on\n${at} stdout P e li\n${at} stdout F ne\n`, ['stdout one line']],
  [
    'a line of the other stream between parts',
    `${at} stdout P a\n${at} stderr F x\n${at} stdout F b\n`,
    ['stderr x', 'stdout ab'],
  ],
  ['more tags', `${at} stdout F:new one\n`, ['stdout one']],
  ['a carriage return belongs to the text', `${at} stdout F one\r\n`, ['stdout one\r']],
  ['an entry that is not complete', `${at} stdout F one\n${at} std`, ['stdout one']],
  ['a line that is not complete', `${at} stdout P on\n`, []],
])('%s', (_, log, lines) => {
  expect(readLog(log).map(({ stream, text }) => `${stream} ${text}`)).toStrictEqual(lines);
});

test('the time of a line is that of its end', () => {
  const later = '2026-11-26T10:00:01.000000000Z';
  expect(readLog(`${at} stdout P a\n${later} stdout F b\n`)).toStrictEqual([
    { time: later, stream: 'stdout', text: 'ab' },
  ]);
});

test.each(['one', `${at} stdin F one`, `${at} stdout X one`])('%s is no entry', (line) => {
  expect(() => readLog(`${line}\n`)).toThrow(line);
});
