import { refuseMountPath, refuseSeparatePath } from '../../../src/core/intent/mount-path.ts';

/** The first words of what is said, if anything. */
const gist = (refusals: readonly string[]) => refusals.map((text) => text.split(' ').slice(0, 4).join(' '));

const kernel = 'The runtime mounts /proc,';
const image = 'A volume there would';
const memory = '/dev/shm is POSIX shared';
const file = 'The runtime mounts one';
const imageFile = 'Images have a file';

test.each([
  ['/', [image]],
  ['/bin', [image]],
  ['/usr/lib', [image]],
  ['/bin/sh', [image]],
  ['/lib64/ld-linux-x86-64.so.2', [image]],
  ['/usr/sbin/nginx', [image]],
  ['/library', []],
  ['/usr/libexec', []],
  ['/etc/passwd', [imageFile]],
  ['/etc/group/x', [imageFile]],
  ['/etc/profile.d', []],
  ['/etc', [image]],
  ['/proc', [kernel]],
  ['/proc/1/root', [kernel]],
  ['/sys/fs/cgroup', [kernel]],
  ['/dev', [kernel]],
  ['/dev/termination-log', [kernel]],
  ['/dev/shm', [memory]],
  ['/dev/shm/app', [memory]],
  ['/etc/hosts', [file]],
  ['/etc/resolv.conf/x', [file]],
  ['/etc/hosts.d', []],
  ['/etc/nginx', []],
  ['/usr/local', []],
  ['/usr/share/nginx/html', []],
  ['/device', []],
  ['/process', []],
  ['/data', []],
  ['/tmp', []],
  ['/var/run', []],
])('a volume at %s: %j', (path, want) => {
  expect(gist(refuseMountPath(path))).toEqual(want);
});

const shows = 'What is there shows';
const everywhere = 'The runtime mounts /dev/shm,';

test.each([
  ['/', [everywhere]],
  ['/dev', [everywhere]],
  ['/etc', [everywhere]],
  ['/etc/hostname', [everywhere]],
  ['/dev/shm/app', [memory]],
  ['/dev/null', [shows]],
  ['/proc', [shows]],
  ['/sys/kernel', [shows]],
  ['/etc/nginx', []],
  ['/usr/bin', []],
  ['/data', []],
])('files at %s apart: %j', (path, want) => {
  expect(gist(refuseSeparatePath(path))).toEqual(want);
});
