import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { Connect, Plugin } from "vite";
import { createFixtureApi } from "./fixture-api.ts";

/** The policy the real server sends; the built app must live with it. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const TYPES: Record<string, string> = {
  ".mp4": "video/mp4",
  ".m4a": "audio/mp4",
  ".jpg": "image/jpeg",
  ".vtt": "text/vtt",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** `vite --mode fixtures`: the API in memory, media from the folder BB_FIXTURE_MEDIA, pages as Django serves them. */
export function fixtures(): Plugin {
  return {
    name: "bachata-buddy-fixtures",
    configureServer: ({ middlewares }) => {
      middlewares.use(answers());
    },
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use(answers());
      middlewares.use(builtPages());
    },
  };
}

function answers(): Connect.NextHandleFunction {
  const api = createFixtureApi({ standing: true });
  const media = process.env.BB_FIXTURE_MEDIA ?? "";
  return (incoming, outgoing, next) => {
    const path = incoming.url ?? "/";
    if (path.startsWith("/media/"))
      sendFile(join(media, plainPath(path).slice("/media/".length)), incoming, outgoing);
    else if (path.startsWith("/api/"))
      void toRequest(incoming).then(api.handle).then(sendTo(outgoing)).catch(next);
    else next();
  };
}

/** The built app as Django serves it: files under /static/, index.html with the policy everywhere else. */
function builtPages(): Connect.NextHandleFunction {
  return (incoming, outgoing) => {
    const path = plainPath(incoming.url ?? "/");
    if (path.startsWith("/static/")) {
      sendFile(join("dist", path.slice("/static/".length)), incoming, outgoing);
      return;
    }
    outgoing.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
    });
    outgoing.end(readFileSync("dist/index.html"));
  };
}

const plainPath = (url: string) => normalize(new URL(url, "http://fixture").pathname);

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const body: Buffer[] = [];
  for await (const chunk of incoming) body.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const method = incoming.method ?? "GET";
  return new Request(new URL(incoming.url ?? "/", "http://fixture"), {
    method,
    headers,
    body: method === "GET" || method === "HEAD" || body.length === 0 ? null : Buffer.concat(body),
  });
}

const sendTo = (outgoing: ServerResponse) => async (answer: Response) => {
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
};

/** Send a file, or the part of it that a `Range: bytes=a-b` asks for. */
function sendFile(path: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (!existsSync(path)) return void outgoing.writeHead(404).end();
  const size = statSync(path).size;
  const range = /^bytes=(\d+)-(\d*)$/.exec(incoming.headers.range ?? "");
  const start = range ? Number(range[1]) : 0;
  const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  outgoing.writeHead(range ? 206 : 200, {
    "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
    "Content-Length": end - start + 1,
    "Accept-Ranges": "bytes",
    ...(range && { "Content-Range": `bytes ${start}-${end}/${size}` }),
  });
  createReadStream(path, { start, end }).pipe(outgoing);
}
