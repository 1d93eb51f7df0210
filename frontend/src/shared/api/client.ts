import createClient from "openapi-fetch";
import { language } from "@/shared/i18n/language";
import { authorizedFetch } from "./authorized-fetch";
import { ApiProblem, problemFrom, unreachable } from "./problem";
import type { paths } from "./schema";

/** The one door to the API, typed by its schema. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: authorizedFetch });

api.use({
  onRequest({ request }) {
    request.headers.set("Accept-Language", language.get());
    return request;
  },
});

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Await a call and return its data, or throw an `ApiProblem`. An aborted call throws as it is. */
export async function unwrap<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof ApiProblem || (cause instanceof DOMException && cause.name === "AbortError"))
      throw cause;
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(error, response);
  return data as T;
}
