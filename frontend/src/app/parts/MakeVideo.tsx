import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { useMakeVideo } from "@/features/chat";
import { Button } from "@/shared/ui/Button";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";

interface MakeVideoProps {
  choreographyId: string;
  children: ReactNode;
}

/** The way to the video of a dance as it is now, which is made where there is none. */
export function MakeVideo({ choreographyId, children }: MakeVideoProps) {
  const navigate = useNavigate();
  const make = useMakeVideo();
  const start = () =>
    make.mutate(choreographyId, {
      onSuccess: ({ task_id: taskId }) => void navigate(`/dance/${taskId}`),
    });
  return (
    <>
      <Button disabled={make.isPending} onClick={start}>
        {children}
      </Button>
      {make.error && <ProblemNotice error={make.error} />}
    </>
  );
}
