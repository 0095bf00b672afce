import { writesOf } from '../../../src/core/script/writes.ts';

const sh = (script: string) => ({ command: ['/bin/sh', '-c', script] });

test.each([
  ['echo x > /config/a', true],
  ['echo x >> /config/a', true],
  ['echo x >/config/a', true],
  ['echo x > "/config/a"', true],
  ['cp /etc/a /config/', true],
  ['cp /config/a /etc/', false],
  ['cat /config/a > /tmp/a', false],
  ['sed -i s/a/b/ /config/a', true],
  ['sed s/a/b/ /config/a', false],
  ['wget -O /config/a http://x', true],
  ['curl -o /config/a http://x', true],
  ['curl http://x/config/a', false],
  ['date | tee -a /config/a', true],
  ['sleep 1 && touch /config/a', true],
  ['/bin/rm -f /config/a', true],
  ['dd if=/dev/zero of=/config/a', true],
  ['tar -xf a.tar -C /config', true],
  ['ls /config', false],
  ['echo x > /configs/a', false],
  ['constructor /config/a', false],
  ['date>/config/a 2>&1', true],
  ['grep x /config/a 2>/dev/null', false],
])('%s', (script, want) => {
  expect(writesOf(sh(script))('/config')).toBe(want);
});

test('arguments count too, and no command is no writing', () => {
  expect(writesOf({ command: ['cp', '/a'], args: ['/config/a'] })('/config')).toBe(true);
  expect(writesOf({})('/config')).toBe(false);
});

test.each([
  ['/', true],
  ['/config', true],
  ['/config/a', true],
  ['/config/a/b', false],
  ['/conf', false],
  ['/data', true],
  ['/etc', false],
])('of many files, below %s is %s', (path, want) => {
  const writes = writesOf(sh('touch /config/a; cp /etc/x /config-b; date>/data/x; rm -r /zz/'));
  expect(writes(path)).toBe(want);
});

test.each([
  [['/config/a'], true],
  [['/config/a', '/config/deep'], false],
  [['/config/a', '/config/de'], true],
  [['/config'], false],
])('without %j, below /config is %s', (holes, want) => {
  expect(writesOf(sh('touch /config/a /config/deep/b /config/deep'))('/config', holes)).toBe(want);
});
