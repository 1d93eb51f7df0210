import { vi } from "vitest";

/**
 * The browser's upload as jsdom does not have it: bytes leave in two halves, then the answer of `fetch` (see `serve`)
 * comes; a `stuck` one stops half way. Returns the forms that were sent.
 */
export function fakeUploads({ stuck = false } = {}): { forms: FormData[] } {
  const forms: FormData[] = [];

  class FakeUpload {
    upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = {
      onprogress: null,
    };
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onabort: (() => void) | null = null;
    onloadend: (() => void) | null = null;
    status = 0;
    responseText = "";
    private method = "";
    private path = "";
    private stopped = false;
    private readonly headers: [string, string][] = [];

    open(method: string, path: string) {
      this.method = method;
      this.path = path;
    }

    setRequestHeader(name: string, value: string) {
      this.headers.push([name, value]);
    }

    send(form: FormData) {
      forms.push(form);
      void this.travel(form);
    }

    abort() {
      this.stopped = true;
      this.onabort?.();
      this.onloadend?.();
    }

    private async travel(form: FormData) {
      const file = form.get("file") as File;
      const total = Math.max(file.size, 1);
      this.upload.onprogress?.({ loaded: total / 2, total });
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (this.stopped || stuck) return;
      this.upload.onprogress?.({ loaded: total, total });
      const body = `Content-Disposition: form-data; name="file"; filename="${file.name}"`;
      const answer = await fetch(this.path, { method: this.method, headers: this.headers, body }).catch(
        () => null,
      );
      if (answer === null) {
        this.onerror?.();
      } else {
        this.status = answer.status;
        this.responseText = await answer.text();
        this.onload?.();
      }
      this.onloadend?.();
    }
  }

  vi.stubGlobal("XMLHttpRequest", FakeUpload);
  return { forms };
}
