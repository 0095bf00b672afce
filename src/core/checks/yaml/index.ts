import type { Check } from '../check.ts';
import { duplicateKey } from './duplicate-key.ts';
import { unknownField } from './unknown-field.ts';
import { wrongCaseField } from './wrong-case-field.ts';

export const yaml: readonly Check[] = [duplicateKey, unknownField, wrongCaseField];
