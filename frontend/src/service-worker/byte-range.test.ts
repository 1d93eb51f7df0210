import { describe, expect, it } from "vitest";
import { answerRange, byteRange } from "./byte-range";

describe("a range of a file of 100 bytes", () => {
  it.each([
    [null, null],
    ["bytes=0-", { start: 0, end: 99 }],
    ["bytes=0-1", { start: 0, end: 1 }],
    ["bytes=90-500", { start: 90, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=-500", { start: 0, end: 99 }],
    ["bytes=100-", "outside"],
    ["bytes=-0", "outside"],
    ["bytes=9-3", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["lines=0-1", null],
  ])("%s is %o", (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });
});

describe("a kept file", () => {
  const kept = () => new Response("0123456789", { headers: { "Content-Type": "video/mp4" } });

  it("comes in parts", async () => {
    const part = await answerRange("bytes=2-4", kept());
    expect([part.status, part.headers.get("Content-Range"), await part.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
  });

  it("comes whole to who asks for all of it", async () => {
    const whole = await answerRange(null, kept());
    expect([whole.status, whole.headers.get("Accept-Ranges"), await whole.text()]).toEqual([
      200,
      "bytes",
      "0123456789",
    ]);
  });

  it("says where it ends", async () => {
    const none = await answerRange("bytes=10-", kept());
    expect([none.status, none.headers.get("Content-Range")]).toEqual([416, "bytes */10"]);
  });
});
