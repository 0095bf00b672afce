import {
  imagePattern,
  intentLimits as most,
  pathPattern,
  sizePattern,
  wordPattern,
} from '../model/generate-patterns.ts';
import { labelInWords, labelPattern, subdomainLength, subdomainPattern } from '../model/names.ts';
import {
  intentRoles,
  kubernetesVersions,
  podSecurityLevels,
  sharedNamespaces,
  wordWishes,
  workloadKinds,
} from '../model/vocabulary.ts';
import { type Check, integer, list, object, oneOf, text } from './json-shape.ts';
import { isObject } from './members.ts';

const label = text(labelPattern, labelInWords);
const objectName = text(
  subdomainPattern,
  "a name of at most 253 lower-case letters, digits, '-' and '.' (RFC 1123 subdomain)",
  subdomainLength,
);
const names = list(label, 1, most.containers);
const several = list(label, 2, most.containers);
const word = text(
  wordPattern,
  `text of at most ${most.wordLength} characters without control characters`,
  most.wordLength,
);
const size = text(sizePattern, 'a size such as 128Mi: a number and Ki, Mi or Gi');

const files = object(
  {
    files: text(pathPattern, 'an absolute path of plain names, such as /var/log/nginx', most.pathLength),
  },
  { writers: names, readers: names, configMap: objectName, secret: objectName },
);
const sharedMemory = object({ 'shared-memory': size }, { among: several });
const port = object({ port: integer(1, 65_535), server: label }, { clients: names });

/** What a wish as an object may be, by the member that it is known by. */
const wishes: Readonly<Record<string, Check>> = {
  files,
  'shared-memory': sharedMemory,
  port,
  ...Object.fromEntries(sharedNamespaces.map((kind) => [kind, object({ [kind]: several })])),
};
const words = oneOf(wordWishes);

const wish: Check = (value, pointer, report) => {
  if (typeof value === 'string') return words(value, pointer, report);
  const known = isObject(value) ? Object.keys(wishes).find((name) => Object.hasOwn(value, name)) : undefined;
  const check = known === undefined ? undefined : wishes[known];
  if (check) return check(value, pointer, report);
  report(pointer, `It must be a word, or an object with one of ${Object.keys(wishes).join(', ')}.`);
};

const container = object(
  { name: label },
  {
    image: text(imagePattern, 'a reference of an image, such as nginx:1.29'),
    role: oneOf(intentRoles),
    command: list(word, 1, most.words),
    args: list(word, 0, most.words),
  },
);

/** Looks at the shape of an intent. @see IntentSchema, which a test holds it to */
export const checkIntent = object(
  { name: label, containers: list(container, 1, most.containers) },
  {
    kind: oneOf(workloadKinds),
    namespace: label,
    kubernetesVersion: oneOf(kubernetesVersions),
    profile: oneOf(podSecurityLevels),
    share: list(wish, 0, most.wishes),
    keepApart: list(wish, 0, most.wishes),
  },
);
