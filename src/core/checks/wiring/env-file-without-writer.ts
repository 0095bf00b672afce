import { groupBy } from '../../../model/group-by.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listEnv } from '../entries.ts';

export const envFileWithoutWriter: Check = {
  id: 'env-file-without-writer',
  group: 'wiring',
  severity: 'error',
  summary: 'A variable is read from a file in an emptyDir that nobody writes before.',
  why: 'fileKeyRef reads the file when the container starts. The volume is empty until a container that started before has written to it, and without the file the container is not created, even if the key is optional.',
  remedy: 'Mount the volume in an init container that writes the file.',
  source: sources.kubeletEnvFiles,
  since: '1.35',
  *run({ pod, mounts, volumes }) {
    const writable = mounts.filter(({ access, isDevice }) => access === 'read-write' && !isDevice);
    const usesOf = groupBy(writable, ({ volume }) => volume.name);
    for (const { container, entry, pointer } of listEnv(pod)) {
      const volumeName = entry.valueFrom?.fileKeyRef?.volumeName;
      if (!volumeName || volumes.get(volumeName)?.type !== 'emptyDir') continue;
      const uses = usesOf.get(volumeName) ?? [];
      // An init container cannot wait for a later one; any other is tried again until the file is there.
      if (
        uses.some((use) =>
          container.role === 'init' ? use.container.order < container.order : use.container !== container,
        )
      )
        continue;
      yield {
        pointer: `${pointer}/valueFrom/fileKeyRef`,
        message: `${container.name} reads a variable from volume ${volumeName}, which no container writes before ${container.name} starts.`,
        containers: [container.name],
      };
    }
  },
};
