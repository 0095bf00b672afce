import { joinPointer } from '../model/pointer.ts';

/** Names the members and items on the way to a value, to be printed as an RFC 6901 pointer when one is needed. */
export type Trail = {
  /** Pointer of the value the trail starts at. */
  readonly base: string;
  readonly parts: (string | number)[];
};

export function openTrail(base: string): Trail {
  return { base, parts: [] };
}

export function printTrail({ base, parts }: Trail): string {
  return parts.reduce<string>(joinPointer, base);
}
