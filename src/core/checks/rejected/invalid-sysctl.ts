import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listSysctls } from '../entries.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidSysctl: Check = {
  id: 'invalid-sysctl',
  group: 'rejected',
  severity: 'error',
  summary: 'A sysctl of the Pod has no name, no valid name, or is set twice.',
  why: 'Sysctls hold for the namespaces all containers share, so each is set once, by the name the kernel gives it.',
  remedy: 'Name each kernel setting once, such as net.ipv4.ip_local_port_range.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    const names = new Set<string>();
    for (const { name, pointer } of listSysctls(pod)) {
      const at = `${pointer}/name`;
      if (name) {
        if (!isSysctlName(name)) yield refused(pod, { pointer: at, gist: rule, container: null });
        else if (names.has(name))
          yield refused(pod, { pointer: at, gist: `Duplicate value: "${name}"`, container: null });
        names.add(name);
      } else if (!isUnread(at))
        yield refused(pod, { ...fieldOrParent(at, name), gist: 'Required value', container: null });
    }
  },
};

const isSysctlName = (name: string): boolean =>
  name.length <= 253 && name.split(/[./]/).every((part) => /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/.test(part));

const rule =
  "a sysctl name has lower-case letters, digits, '-' and '_' in parts joined by '.' or '/', and is at most 253 characters long";
