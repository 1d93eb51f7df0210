import { accessToken, refreshAccess } from "./session";

/** Send a request with the access token; on a 401 refresh it once and send the request again. */
export async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(withToken(request, accessToken()));
  if (answer.status !== 401 || accessToken() === null) return answer;
  const fresh = await refreshAccess().catch(() => null);
  return fresh === null ? answer : fetch(withToken(again, fresh));
}

function withToken(request: Request, token: string | null): Request {
  if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}
