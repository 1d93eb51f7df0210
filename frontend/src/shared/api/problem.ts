/** What the server (or the way to it) refused, with a code to choose words by. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string[]>>;
  readonly requestId: string | null;

  constructor(code: string, detail: string, status: number, fields = {}, requestId: string | null = null) {
    super(detail);
    this.name = "ApiProblem";
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.requestId = requestId;
  }
}

/** No answer came at all. */
export const unreachable = () => new ApiProblem("unreachable", "The server does not answer.", 0);

interface Envelope {
  code: string;
  detail: string;
  errors?: Record<string, string[]>;
  request_id?: string;
}

const isEnvelope = (body: unknown): body is Envelope =>
  typeof body === "object" && body !== null && "code" in body && "detail" in body;

/** Read the error envelope; anything else (a proxy's page, an empty body) becomes `server_error`. */
export function problemFrom(body: unknown, response: Response): ApiProblem {
  if (isEnvelope(body))
    return new ApiProblem(
      body.code,
      body.detail,
      response.status,
      body.errors ?? {},
      body.request_id ?? null,
    );
  const code = response.status === 404 ? "not_found" : "server_error";
  return new ApiProblem(code, `The server answered ${response.status}.`, response.status);
}
