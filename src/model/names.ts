/**
 * What the API server takes as a name. Without a schema library, so that functions and schemas use the same patterns.
 *
 * @see kubernetes `staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go`, IsDNS1123Label,
 *   IsDNS1123Subdomain, IsValidPortName
 */

/** RFC 1123 labels: names of namespaces, of containers and volumes, of objects that give labels or hostnames. */
export const labelPattern = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** The same in words, to follow "must be". */
export const labelInWords =
  "a name of at most 63 lower-case letters, digits and '-', not at an end (RFC 1123 label)";

/** RFC 1123 subdomains, names of other objects: at most `subdomainLength` characters. */
export const subdomainPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
export const subdomainLength = 253;

export const isDnsLabel = (name: string): boolean => labelPattern.test(name);

export const isDnsSubdomain = (name: string): boolean =>
  name.length <= subdomainLength && subdomainPattern.test(name);

export const isPortName = (name: string): boolean =>
  name.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);

/** The same rules in words, to end a sentence with. */
export const dnsLabelRule =
  "a lowercase RFC 1123 label has letters, digits and '-', begins and ends with a letter or digit, and is at most 63 characters long";
export const dnsSubdomainRule =
  "a lowercase RFC 1123 subdomain has RFC 1123 labels joined by '.', and is at most 253 characters long";
export const portNameRule =
  "a port name has lower-case letters, digits and single '-' inside, at least one letter, and is at most 15 characters long";

/** Says whether a text may be an IP address. Says yes to some that are none, never no to one that is. */
export const mayBeIp = (text: string): boolean =>
  /^\d{1,10}(\.\d{1,10}){3}$/.test(text) || (text.includes(':') && /^[0-9a-fA-F:.]+$/.test(text));
