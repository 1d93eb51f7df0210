/** What an operation of the API answers with a status; types follow paths, so renamed schema components change nothing. */
export type Json<Operation, Status extends number> = Operation extends {
  responses: Record<Status, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;

/** What an operation of the API takes. */
export type Sent<Operation> = Operation extends {
  requestBody?: { content: { "application/json": infer Body } };
}
  ? Body
  : never;
