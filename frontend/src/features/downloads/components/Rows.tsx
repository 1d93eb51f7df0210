import type { Segment } from "@/shared/api/types";
import { language, useMessages } from "@/shared/i18n";
import { IconButton } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { Progress } from "@/shared/ui/Progress";
import { useRemoveRendition } from "../api/renditions";
import { isInTheMaking, partOf } from "../lib/renditions";
import type { Rendition } from "../types";
import { useDownloadWords } from "../words";
import styles from "./Downloads.module.css";

interface FileRowProps {
  name: string;
  url: string;
  fileName: string;
  bytes?: number | null;
}

/** A file that is there. */
export function FileRow({ name, url, fileName, bytes = null }: FileRowProps) {
  return (
    <li className={styles.row}>
      <SaveLink {...{ name, url, fileName, bytes }} />
    </li>
  );
}

function SaveLink({ name, url, fileName, bytes }: FileRowProps & { bytes: number | null }) {
  const words = useDownloadWords();
  const spoken = language.use();
  return (
    <a className={styles.save} href={url} download={fileName}>
      <Icon name="download" size={20} />
      <span>{name}</span>
      {bytes !== null && <span className={styles.size}>{words.size(bytes, spoken)}</span>}
    </a>
  );
}

interface RenditionRowProps {
  taskId: string;
  copy: Rendition;
  title: string;
  segments: readonly Segment[];
}

/** A further copy: on its way, there, or failed; and how to be rid of it. */
export function RenditionRow({ taskId, copy, title, segments }: RenditionRowProps) {
  const words = useDownloadWords();
  const { actions } = useMessages();
  const remove = useRemoveRendition(taskId);
  const { segment, phrase, names } = partOf(copy);
  const part = segment === null ? String((phrase ?? 0) + 1) : (segments[segment]?.name ?? "");
  const name = words.copy[copy.kind](Math.round(100 * copy.rate), part, names);
  const ending = copy.kind === "preview" ? "webp" : "mp4";
  const busy = isInTheMaking(copy);
  return (
    <li className={styles.row}>
      {copy.status === "completed" && copy.url !== null && (
        <SaveLink
          name={name}
          url={copy.url}
          fileName={`${title} ${copy.name}.${ending}`}
          bytes={copy.bytes}
        />
      )}
      {busy && (
        <div className={styles.making}>
          <p role="status">{words.making(name)}</p>
          <Progress label={words.making(name)} percent={copy.status === "queued" ? null : copy.progress} />
        </div>
      )}
      {copy.status === "failed" && <p role="alert">{words.failed(name)}</p>}
      <IconButton
        icon={busy ? "close" : "trash"}
        label={busy ? words.stop(name) : `${actions.remove}: ${name}`}
        disabled={remove.isPending}
        onClick={() => remove.mutate(copy.id)}
      />
    </li>
  );
}
