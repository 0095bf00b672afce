import type { Check } from '../check.ts';
import { duplicatePort } from './duplicate-port.ts';

export const wiring: readonly Check[] = [duplicatePort];
