import type { Task, TaskResult } from "@/shared/api/types";

/** A cache of its own, read by the service worker, which answers for everything below /kept/. */
const CACHE = "bb-kept";
const LIST = "/kept/list.json";

/** A dance that lies on this device. */
export interface KeptDance {
  readonly taskId: string;
  readonly title: string;
  readonly keptAt: string;
  readonly bytes: number;
  /** Addresses of this device: they need neither a network nor a signature. */
  readonly result: TaskResult;
}

const FILES = { video_url: "video.mp4", poster_url: "poster.jpg", captions_url: "captions.vtt" } as const;
const fileOf = (taskId: string, name: string) => `/kept/${taskId}/${name}`;

/** Whether this browser can keep anything: it needs a secure address. */
export const canKeep = (): boolean => "caches" in globalThis && "serviceWorker" in navigator;

const isKept = (stored: unknown): stored is KeptDance =>
  typeof stored === "object" && stored !== null && "taskId" in stored && "result" in stored;

/** All dances on this device, the newest first. */
export async function listKept(): Promise<KeptDance[]> {
  if (!canKeep()) return [];
  const stored: unknown = await (await (await caches.open(CACHE)).match(LIST))?.json().catch(() => []);
  return Array.isArray(stored) ? stored.filter(isKept) : [];
}

/** Put a finished dance on this device: all of its files or none. Throws where one does not come, or there is no room. */
export async function keepDance(task: Task, result: TaskResult, title: string): Promise<void> {
  const { task_id: taskId } = task;
  const files = await Promise.all(
    Object.entries(FILES).map(async ([url, name]) => ({
      url,
      at: fileOf(taskId, name),
      file: await fetchFile(result[url as keyof typeof FILES]),
    })),
  );
  const dance: KeptDance = {
    taskId,
    title,
    keptAt: new Date().toISOString(),
    bytes: files.reduce((sum, { file }) => sum + file.size, 0),
    result: { ...result, ...Object.fromEntries(files.map(({ url, at }) => [url, at])) },
  };
  const cache = await caches.open(CACHE);
  try {
    for (const { at, file } of files)
      await cache.put(at, new Response(file, { headers: { "Content-Type": file.type } }));
    const others = (await listKept()).filter((other) => other.taskId !== taskId);
    await writeList(cache, [dance, ...others]);
  } catch (noRoom) {
    await dropFiles(cache, taskId);
    throw noRoom;
  }
}

async function fetchFile(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`a file of the dance did not come: ${answer.status}`);
  return answer.blob();
}

/** Take a dance off this device. */
export async function dropDance(taskId: string): Promise<void> {
  const cache = await caches.open(CACHE);
  await writeList(
    cache,
    (await listKept()).filter((dance) => dance.taskId !== taskId),
  );
  await dropFiles(cache, taskId);
}

/** Take everything off this device: who signs out leaves nothing behind. */
export const dropAll = async (): Promise<void> => {
  if (canKeep()) await caches.delete(CACHE);
};

const writeList = (cache: Cache, dances: readonly KeptDance[]) =>
  cache.put(LIST, new Response(JSON.stringify(dances), { headers: { "Content-Type": "application/json" } }));

const dropFiles = (cache: Cache, taskId: string) =>
  Promise.all(Object.values(FILES).map((name) => cache.delete(fileOf(taskId, name))));
