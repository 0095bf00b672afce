import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const sharedPid: Check = {
  id: 'shared-pid',
  group: 'exposure',
  severity: 'info',
  summary: 'The containers share one PID namespace.',
  why: "Each container sees the others' processes and command lines. Where user and capabilities allow it, it signals them and reads their files and environment through /proc/PID/root and environ.",
  remedy: 'Keep it where a container must see or signal another; otherwise remove shareProcessNamespace.',
  source: sources.shareProcessNamespace,
  fix: {
    effect:
      'Removes shareProcessNamespace. Each container sees its own processes only, and its program is PID 1: what reads, signals or debugs those of another stops working.',
    edits: removeFound,
  },
  *run({ pod: { spec, manifest, containers } }) {
    if (spec.shareProcessNamespace !== true || spec.hostPID === true || containers.length < 2) return;
    yield {
      pointer: `${manifest.pointer}/shareProcessNamespace`,
      message:
        "shareProcessNamespace is true: the containers see each other's processes, and PID 1 is the pause process.",
    };
  },
};
