import type { PodReport } from '../../model/report.ts';

/** A volume to declare, and where it is mounted. The builder gives it its name. */
export type AddedVolume = {
  /** What it is called if no other volume is: characters of a label. */
  readonly name: string;
  readonly source: Readonly<Record<string, unknown>>;
  readonly comment: string;
  readonly mounts: readonly {
    readonly container: string;
    readonly path: string;
    readonly readOnly: boolean;
  }[];
};

/** What a wish puts into the PodSpec. */
export type Addition = {
  /** Fields of the PodSpec itself. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Comments on them, by name. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly volumes?: readonly AddedVolume[];
  readonly ports?: readonly { readonly container: string; readonly port: number }[];
  /** Sentences of the explanation: which fields do what was asked. */
  readonly says?: readonly string[];
};

/** Whether a report shows that a wish came true, and what it says about it. */
export type Evidence = { readonly holds: boolean; readonly because: string };

/** What becomes of one wish. */
export type Ruling = {
  /** The wish in words. */
  readonly asked: string;
  /** Why Kubernetes cannot do it, each reason with the nearest thing that works. No name of the intent stands in it. */
  readonly refusals: readonly string[];
  /** Nothing where the Pod is so anyway. */
  readonly addition: Addition;
  /** Reads from the report on the built manifest whether it came true. */
  readonly prove: (report: PodReport) => Evidence;
};
