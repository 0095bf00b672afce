import { labelInWords, labelPattern } from '../../../model/names.ts';
import { refuseMountPath } from '../../intent/mount-path.ts';
import type { Kinds, Parameter } from '../example.ts';

/*
 * What values may look like. They stand in YAML, in shell and Perl scripts between quotes or without, and in kubectl
 * commands: no pattern admits white space, a quote, `$`, `..` or anything else that one of these would take apart.
 */

/** Names that fit every kind: DNS-1123 labels, and a CronJob's name has at most 52 characters. */
const namePattern = /^[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?$/;

/** A label, or nothing. */
const namespacePattern = new RegExp(`^$|${labelPattern.source}`);

const imagePattern = /^(?!.*\.\.)[A-Za-z0-9][-A-Za-z0-9._/:@]{0,254}$/;

/** Absolute paths of plain names. */
const pathPattern = /^(\/(?!\.{1,2}(\/|$))(?![^/]*\.\.)[-A-Za-z0-9._]{1,64}){1,16}$/;

const portPattern = /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;

const quantityPattern = /^[1-9]\d{0,3}(Ki|Mi|Gi)$/;

const hostPattern = /^(?!.*\.\.)[a-z0-9][-a-z0-9.]{0,252}$/;

/**
 * The parameters every example has: what the object is called, where it lives, what it is.
 *
 * @param kinds - The kinds it can be, the default first. One alone is no choice and no parameter.
 */
export const objectParameters = (name: string, kinds: Kinds): readonly Parameter[] => [
  {
    name: 'name',
    default: name,
    description: `Name of the ${kinds[0]}.`,
    pattern: namePattern,
    rule: "a name of at most 52 lower-case letters, digits and '-', not at an end (RFC 1123 label)",
  },
  {
    name: 'namespace',
    default: '',
    description: 'Kubernetes namespace. Empty: the one kubectl is set to.',
    pattern: namespacePattern,
    rule: `empty, or ${labelInWords}`,
  },
  ...(kinds.length === 1
    ? []
    : [
        {
          name: 'kind',
          default: kinds[0],
          description: `What holds the Pod: ${kinds.join(', ')}.`,
          pattern: new RegExp(`^(${kinds.join('|')})$`),
          rule: `one of ${kinds.join(', ')}`,
        },
      ]),
];

/** `app.image`, the image of a container. @param needs - What it must have, such as `/bin/sh`. */
export const imageParameter = (container: string, value: string, needs: string): Parameter => ({
  name: `${container}.image`,
  default: value,
  description: `Image of ${container}. Needs ${needs}.`,
  pattern: imagePattern,
  rule: 'a reference of an image, such as nginx:1.29',
});

/** `path`, where a volume is mounted. */
export const pathParameter = (value: string, description: string): Parameter => ({
  name: 'path',
  default: value,
  description,
  pattern: pathPattern,
  rule: 'an absolute path of plain names, such as /var/log/nginx',
  refuse: refuseMountPath,
});

/** A port number. */
export const portParameter = (name: string, value: string, description: string): Parameter => ({
  name,
  default: value,
  description,
  pattern: portPattern,
  rule: 'a whole number from 1 to 65535',
});

/** `size`, of a file system. */
export const sizeParameter = (value: string, description: string): Parameter => ({
  name: 'size',
  default: value,
  description,
  pattern: quantityPattern,
  rule: 'a size such as 128Mi: a whole number below 10000 and Ki, Mi or Gi',
});

/** A word that is a DNS-1123 label. */
export const labelParameter = (name: string, value: string, description: string): Parameter => ({
  name,
  default: value,
  description,
  pattern: labelPattern,
  rule: labelInWords,
});

/** A DNS name or an IPv4 address. */
export const hostParameter = (name: string, value: string, description: string): Parameter => ({
  name,
  default: value,
  description,
  pattern: hostPattern,
  rule: 'a DNS name in lower case or an IPv4 address',
});
