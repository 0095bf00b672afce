import { isBuiltIn } from '../../../model/built-in-kinds.ts';
import { subdomainOf } from '../../hostname.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const fqdnWithoutSubdomain: Check = {
  id: 'fqdn-without-subdomain',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'setHostnameAsFQDN is true, but the Pod has no subdomain.',
  why: 'A Pod has a fully qualified name only with a subdomain. Without one the hostname stays short.',
  remedy: 'Set subdomain to the name of a headless Service, or remove setHostnameAsFQDN.',
  source: sources.kubeletNodename,
  fix: {
    effect: 'Removes setHostnameAsFQDN. Nothing changes: the hostname is the short one before and after.',
    edits: removeFound,
  },
  *run({ pod }) {
    const { spec, manifest } = pod;
    if (spec.setHostnameAsFQDN !== true || subdomainOf(pod) || spec.hostNetwork === true) return;
    // Some operators give their Pods a subdomain.
    if (!isBuiltIn(manifest)) return;
    yield {
      pointer: `${manifest.pointer}/setHostnameAsFQDN`,
      message: 'setHostnameAsFQDN has no effect, because there is no subdomain: the hostname stays short.',
    };
  },
};
