/**
 * The waist between the outside and the API: plain data in, plain data out. Whatever carries the request (API Gateway,
 * a bench, a test), an API function sees one `ApiRequest` and returns one `ApiReply`.
 */

/** One request, read and decoded. Names of headers are in lower case; maps have no prototype. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  /** The route the gateway chose, such as `GET /v1/checks/{id}`, or `$default` when it knew none. */
  readonly route: string;
  /** What stands in the braces of the route, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Query parameters, decoded; values of a repeated name are joined with a comma, as API Gateway does. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; absent when there is none. */
  readonly body: string | undefined;
  readonly requestId: string;
  /** The URL the API was reached at, such as `https://api.example.com`, without a slash at its end; absent when unknown. */
  readonly base: string | undefined;
};

/** How many documents, Pods and containers a request was about: for the log. */
export type Counts = { readonly documents: number; readonly pods: number; readonly containers: number };

export type ApiReply = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Present when manifests were read. Not sent, only logged. */
  readonly counts?: Counts;
};

/** Answers one request. Never throws for what a caller can get wrong; a throw is a bug and becomes a 500 at the edge. */
export type Answer = (request: ApiRequest) => ApiReply | Promise<ApiReply>;
