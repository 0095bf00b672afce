/** The little of autocannon that is used here; it comes without types. */
declare module 'autocannon' {
  type Load = {
    readonly url: string;
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly connections: number;
    readonly duration: number;
  };
  type Outcome = {
    readonly requests: { readonly p50: number };
    readonly latency: { readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
  };
  function autocannon(load: Load): Promise<Outcome>;

  // biome-ignore lint/style/noDefaultExport: it is what the package has.
  export { autocannon as default };
}
