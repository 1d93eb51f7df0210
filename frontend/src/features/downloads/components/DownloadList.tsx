import type { TaskResult } from "@/shared/api/types";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useRenditions } from "../api/renditions";
import { useDownloadWords } from "../words";
import styles from "./Downloads.module.css";
import { MakeCopies } from "./MakeCopies";
import { FileRow, RenditionRow } from "./Rows";

interface DownloadListProps {
  taskId: string;
  title: string;
  result: TaskResult;
  atS: number;
}

/** What is there to take, what is on its way, and what more may be made. */
export function DownloadList({ taskId, title, result, atS }: DownloadListProps) {
  const words = useDownloadWords();
  const { data: copies, error } = useRenditions(taskId);
  return (
    <div className={styles.sheet}>
      <ul className={styles.files}>
        <FileRow name={words.video} url={result.video_url} fileName={`${title}.mp4`} />
        <FileRow name={words.captions} url={result.captions_url} fileName={`${title}.vtt`} />
        {copies?.map((copy) => (
          <RenditionRow
            key={copy.id}
            taskId={taskId}
            copy={copy}
            title={title}
            segments={result.blueprint.segments}
          />
        ))}
      </ul>
      {error && <ProblemNotice error={error} />}
      <MakeCopies taskId={taskId} blueprint={result.blueprint} copies={copies ?? []} atS={atS} />
    </div>
  );
}
