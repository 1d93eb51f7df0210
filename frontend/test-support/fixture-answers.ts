/** Answers as the real API gives them. */
export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });

export const problem = (status: number, code: string, detail: string, errors?: Record<string, string[]>) =>
  json(status, { code, detail, ...(errors && { errors }), request_id: "fixture" });

export const notFound = () => problem(404, "not_found", "It is not here.");

export const page = <T>(results: T[]) => ({ count: results.length, next: null, previous: null, results });
