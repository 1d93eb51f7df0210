import { language } from "@/shared/i18n/language";
import { problemFrom, unreachable } from "./problem";
import { accessToken, refreshAccess } from "./session";

interface Sending {
  /** Called with the share of the bytes that have left, 0..1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

interface Reply {
  status: number;
  body: unknown;
}

/**
 * Send a form and tell how much of it has left: `fetch` cannot say that. Throws an `ApiProblem`, or an `AbortError` when
 * the signal ends it.
 */
export async function uploadForm<T>(path: string, form: FormData, sending: Sending): Promise<T> {
  let reply = await post(path, form, accessToken(), sending);
  if (reply.status === 401 && accessToken() !== null) {
    const fresh = await refreshAccess().catch(() => null);
    if (fresh !== null) reply = await post(path, form, fresh, sending);
  }
  if (reply.status < 200 || reply.status >= 300)
    throw problemFrom(reply.body, new Response(null, { status: reply.status }));
  return reply.body as T;
}

function post(
  path: string,
  form: FormData,
  token: string | null,
  { onProgress, signal }: Sending,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open("POST", path);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", language.get());
    if (token !== null) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: parsed(request.responseText) });
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("Stopped.", "AbortError"));
    request.onloadend = () => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop);
    request.send(form);
    if (signal.aborted) stop();
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's page: `problemFrom` finds words for it.
  }
}
