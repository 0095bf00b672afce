import { dottedSysctl, isNamespacedSysctl, isSafeSysctl } from '../../../src/core/security/sysctls.ts';

test.each([
  ['net.core.somaxconn', 'net.core.somaxconn'],
  ['net/core/somaxconn', 'net.core.somaxconn'],
  ['net/ipv4/conf/eth0.1/forwarding', 'net.ipv4.conf.eth0/1.forwarding'],
  ['net.ipv4.conf.eth0/1.forwarding', 'net.ipv4.conf.eth0/1.forwarding'],
  ['', ''],
])('%s is spelled %s', (name, want) => {
  expect(dottedSysctl(name)).toBe(want);
});

test.each([
  ['net.ipv4.tcp_syncookies', 29, true],
  ['net.ipv4.tcp_keepalive_time', 29, true],
  ['net.ipv4.tcp_rmem', 31, false],
  ['net.ipv4.tcp_rmem', 32, true],
  ['net.ipv4.tcp_notsent_lowat', 36, false],
  ['net.ipv4.tcp_notsent_lowat', 37, true],
  ['net.core.somaxconn', 37, false],
  ['constructor', 37, false],
])('%s in 1.%i: safe is %s', (name, minor, want) => {
  expect(isSafeSysctl(name, minor)).toBe(want);
});

test.each([
  ['net.core.somaxconn', 29, true],
  ['kernel.sem', 29, true],
  ['kernel.semaphore', 29, false],
  ['kernel.shmmax', 29, true],
  ['kernel.msgmax', 29, true],
  ['fs.mqueue.queues_max', 29, true],
  ['fs.file-max', 37, false],
  ['kernel.domainname', 36, false],
  ['kernel.domainname', 37, true],
  ['user.max_ipc_namespaces', 37, true],
])('%s in 1.%i: of a namespace is %s', (name, minor, want) => {
  expect(isNamespacedSysctl(name, minor)).toBe(want);
});
