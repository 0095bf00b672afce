import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const hostNetwork: Check = {
  id: 'host-network',
  group: 'exposure',
  severity: 'warning',
  summary: "The Pod is in the node's network namespace.",
  why: "Its containers share the network with the node and every other hostNetwork Pod: they reach services that listen on the node's loopback, see its traffic, and take its ports.",
  remedy: 'Remove hostNetwork. To publish a port, use a Service or a hostPort.',
  source: sources.podSecurity,
  fix: {
    effect:
      'Removes hostNetwork. The Pod gets an address of its own: what needs the interfaces, the loopback or the ports of the node stops working, and clients reach it by a Service or a hostPort.',
    edits: removeFound,
  },
  *run({ pod: { spec, manifest }, namespaces }) {
    const network = namespaces.find(({ kind }) => kind === 'network');
    // On Windows hostNetwork alone does not put a Pod there.
    if (spec.hostNetwork !== true || !network?.instances.some(({ scope }) => scope === 'node')) return;
    yield {
      pointer: `${manifest.pointer}/hostNetwork`,
      message:
        "hostNetwork is true: all containers use the node's network, its addresses, its ports and its loopback.",
    };
  },
};
