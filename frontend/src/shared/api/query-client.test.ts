import { onlineManager } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { unreachable } from "./problem";
import { makeQueryClient } from "./query-client";

afterEach(() => onlineManager.setOnline(true));

const queryFn = () => Promise.reject(unreachable());

it("says without a network that nobody answers, and does not wait in silence", async () => {
  onlineManager.setOnline(false);
  const cache = makeQueryClient();
  const asked = cache.query({ queryKey: ["songs"], queryFn, retry: false });
  await expect(asked).rejects.toMatchObject({ code: "unreachable" });

  const order = cache
    .getMutationCache()
    .build(cache, { ...cache.getDefaultOptions().mutations, mutationFn: queryFn });
  await expect(order.execute(undefined)).rejects.toMatchObject({ code: "unreachable" });
});
