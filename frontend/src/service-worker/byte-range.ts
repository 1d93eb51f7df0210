/** A stretch of a file: bytes from `start` up to and including `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch that a Range header asks for of a file of `size` bytes; null where it asks for the whole or for several, and
 * "outside" where the file ends before it.
 */
export function byteRange(header: string | null, size: number): ByteRange | "outside" | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!asked) return null;
  const [first = "", last = ""] = asked.slice(1);
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Number(last);
    return length === 0 || size === 0 ? "outside" : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) return "outside";
  return start > end ? null : { start, end };
}

/** The answer to a request for a kept file, in whole or in part: browsers play no video without parts. */
export async function answerRange(header: string | null, kept: Response): Promise<Response> {
  const file = await kept.blob();
  const type = kept.headers.get("Content-Type") ?? "application/octet-stream";
  const range = byteRange(header, file.size);
  if (range === "outside")
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${file.size}` } });
  if (range === null)
    return new Response(file, { headers: { "Content-Type": type, "Accept-Ranges": "bytes" } });
  const { start, end } = range;
  return new Response(file.slice(start, end + 1, type), {
    status: 206,
    headers: {
      "Content-Type": type,
      "Content-Range": `bytes ${start}-${end}/${file.size}`,
      "Accept-Ranges": "bytes",
    },
  });
}
