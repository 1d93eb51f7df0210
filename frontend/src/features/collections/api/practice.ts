import { api, unwrap } from "@/shared/api/client";

/** Add seconds of practice to a dance and keep where it stopped; a lost report is no reason to disturb a dancer. */
export async function tellPractice(savedId: string, practisedS: number, stoppedAtS: number): Promise<void> {
  const body = { practised_s: Math.round(practisedS), stopped_at_s: Math.round(stoppedAtS * 10) / 10 };
  const params = { path: { saved_id: savedId } };
  await unwrap(api.POST("/api/collections/{saved_id}/practice/", { params, body, keepalive: true })).catch(
    () => undefined,
  );
}
