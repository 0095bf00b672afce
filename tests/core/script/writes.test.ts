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
  ['curl -fsSLo/config/a http://x', true],
  ['curl --output=/config/a http://x', true],
  ['curl -o /etc/a --cacert /config/ca.crt https://x', false],
  ['curl -fsSLo /etc/a --cert /config/tls.crt --key /config/tls.key https://x', false],
  ['wget --ca-certificate /config/ca.crt -P /etc https://x', false],
  ['tar xzf /config/a.tgz -C /etc', false],
  ['tar -C /etc -xf /config/a.tar', false],
  ['tar xzf /etc/a.tgz --directory=/config', true],
  ['tar czf /etc/a.tgz -C /config nginx', false],
  ['tar -czf /config/a.tgz /etc', true],
  ['tar tf /config/a.tar', false],
  ['unzip /config/a.zip -d /etc', false],
  ['unzip -q /etc/a.zip -d /config', true],
  ['git clone https://x /config/a', true],
  ['git clone /config/a /etc/a', false],
  ['sed -i -f /config/s.sed /etc/a', false],
  ['sed -i -e /config/d /etc/a', false],
  ['sed -i /config/d /etc/a', false],
  ['sed -i -e s/a/b/ -- /config/a', true],
  ['tee /etc/a < /config/a', false],
  ['tee /etc/a 0</config/a', false],
  ['tee /config/a < /etc/a', true],
  ['cp -t /etc /config/a', false],
  ['cp --target-directory=/config /etc/a', true],
  ['install -m 644 -Dt /config /etc/a', true],
  ['rsync -t /etc/a /config', true],
  ['cp /config/a /etc -r', false],
  ['echo rm -r /config', false],
  ['printf "a; rm /config/a" > /etc/a', false],
  ['cat > /etc/a <<EOF\nrm /config/a\nEOF', false],
  ['cat > /etc/a <<-"EOF"\n\trm /config/a\n\tEOF\necho done', false],
  ["cat <<'EOF' > /etc/a\nEOF-8\n EOF\nrm /config/a\nEOF\nls", false],
  ['cat <<EOF > /config/a\nx\nEOF', true],
  ['cat <<EOF > /etc/a\nx\nEOF\nrm /config/a', true],
  ['grep x <<< y\nrm /config/a', true],
  ['# rm /config/a\nls', false],
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
