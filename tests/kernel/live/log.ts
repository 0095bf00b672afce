/** A line that a process in a container wrote. */
export type LogLine = {
  /** When the runtime took it, RFC 3339 with nanoseconds. */
  readonly time: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
};

/** Time, stream, tags, text. The first tag is `P` for a part of a line that goes on in the next entry of the stream, else `F`. */
const entry = /^(\S+) (stdout|stderr) ([PF])(?::\S*)? (.*)$/s;

/**
 * Reads a container's log as the runtime writes it. A line that has not ended yet is left out.
 *
 * @throws Error for an entry of another form.
 * @see kubernetes pkg/kubelet/kuberuntime/logs/logs.go, parseCRILog; cri-api pkg/apis/runtime/v1/constants.go, LogTagPartial
 */
export const readLog = (log: string): readonly LogLine[] => {
  const begun = { stdout: '', stderr: '' };
  return log
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const [, time = '', name, tag, part = ''] = entry.exec(line) ?? [];
      if (name !== 'stdout' && name !== 'stderr') throw new Error(`Not an entry of a container log: ${line}`);
      const text = begun[name] + part;
      begun[name] = tag === 'P' ? text : '';
      return tag === 'P' ? [] : [{ time, stream: name, text }];
    });
};
