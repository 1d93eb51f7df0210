import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem";

/** Worth asking again: no answer, or the server's own trouble. What it refused stays refused. */
export const isPassing = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // Without a network we ask all the same: a page that waits in silence tells nobody why.
      queries: {
        networkMode: "always",
        retry: (failures, error) => failures < 2 && isPassing(error),
        staleTime: 30_000,
      },
      mutations: { networkMode: "always" },
    },
  });
