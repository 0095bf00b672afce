import { pods } from './Analysis/pods.ts';
import { findings } from './PodReport/findings.ts';
import { namespaces as namespacesOfPod } from './PodReport/namespaces.ts';
import { pair } from './PodReport/pair.ts';
import { sharedWith } from './PodReport/sharedWith.ts';
import { analyze } from './Query/analyze.ts';
import { check } from './Query/check.ts';
import { checks } from './Query/checks.ts';
import { compare } from './Query/compare.ts';
import { example } from './Query/example.ts';
import { examples } from './Query/examples.ts';
import { fix } from './Query/fix.ts';
import { generate } from './Query/generate.ts';
import { meta } from './Query/meta.ts';
import { namespace } from './Query/namespace.ts';
import { namespaces } from './Query/namespaces.ts';

/** Every field that is not simply read from its parent, by the type it belongs to. */
export const resolvers = {
  Query: { analyze, check, checks, compare, example, examples, fix, generate, meta, namespace, namespaces },
  Analysis: { pods },
  PodReport: { findings, namespaces: namespacesOfPod, pair, sharedWith },
};
