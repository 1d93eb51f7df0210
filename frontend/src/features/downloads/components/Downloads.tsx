import { useState } from "react";
import type { Task } from "@/shared/api/types";
import { useMessages } from "@/shared/i18n";
import { Button } from "@/shared/ui/Button";
import { Dialog } from "@/shared/ui/Dialog";
import { useDownloadWords } from "../words";
import { DownloadList } from "./DownloadList";

interface DownloadsProps {
  task: Task;
  /** Where the dance stands when somebody opens the list: that move and that phrase are offered first. */
  atS: () => number;
}

/** Everything a finished dance can be taken along as: the video, its captions, and further copies made when asked for. */
export function Downloads({ task, atS }: DownloadsProps) {
  const words = useDownloadWords();
  const { actions } = useMessages();
  const [openAtS, setOpenAtS] = useState<number | null>(null);
  if (task.result === null) return null;
  const { result, task_id } = task;
  return (
    <>
      <Button icon="download" aria-haspopup="dialog" onClick={() => setOpenAtS(atS())}>
        {words.download}
      </Button>
      {openAtS !== null && (
        <Dialog title={words.download} closeLabel={actions.close} onClose={() => setOpenAtS(null)}>
          <DownloadList
            taskId={task_id}
            title={task.song?.title ?? words.dance}
            result={result}
            atS={openAtS}
          />
        </Dialog>
      )}
    </>
  );
}
