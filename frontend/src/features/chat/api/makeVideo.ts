import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";

/** Make the video of the plan as it stands; the answer names the task. */
export const useMakeVideo = () =>
  useMutation({
    mutationFn: (choreography_id: string) =>
      unwrap(
        api.POST("/api/choreography/choreographies/{choreography_id}/assemble/", {
          params: { path: { choreography_id } },
          body: {},
        }),
      ),
  });
