import { stringify } from 'yaml';

/**
 * How we print YAML: so that every reader takes it the same way. Strings that a YAML 1.1 reader would take for something
 * else (`yes`, `0644`, `12:30`) are quoted, and nothing is folded or aliased.
 */
export const printOptions = {
  aliasDuplicateObjects: false,
  lineWidth: 0,
  version: '1.1',
  compat: 'core',
  flowCollectionPadding: false,
} as const;

/** Prints a plain value as YAML. */
export const renderYaml = (value: unknown): string => stringify(value, printOptions);
