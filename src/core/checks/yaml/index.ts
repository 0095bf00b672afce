import type { Check } from '../check.ts';
import { duplicateKey } from './duplicate-key.ts';
import { kubectlRefuses } from './kubectl-refuses.ts';
import { mergeOverride } from './merge-override.ts';
import { separatorInBlockScalar } from './separator-in-block-scalar.ts';
import { unknownField } from './unknown-field.ts';
import { wrongCaseField } from './wrong-case-field.ts';
import { yaml11Boolean } from './yaml-1.1-boolean.ts';
import { yaml11Octal } from './yaml-1.1-octal.ts';

export const yaml: readonly Check[] = [
  duplicateKey,
  kubectlRefuses,
  mergeOverride,
  separatorInBlockScalar,
  unknownField,
  wrongCaseField,
  yaml11Boolean,
  yaml11Octal,
];
