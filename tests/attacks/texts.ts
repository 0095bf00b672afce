import { attacks as onReader } from '../manifest/attacks.ts';
import { bodies } from './bodies.ts';

/** Every text that is made to hurt: those for the reader, and those for what reads after it. */
export const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(onReader).map(([name, make]) => [`reader: ${name}`, make()])),
  ...bodies,
};
