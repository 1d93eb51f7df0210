import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { makeQueryClient } from "@/shared/api/query-client";
import { language } from "@/shared/i18n";
import { showTheme, theme } from "@/shared/theme/theme";
import { routes } from "./routes";

export function App() {
  const [cache] = useState(makeQueryClient);
  const [router] = useState(() => createBrowserRouter(routes));
  const chosenTheme = theme.use();
  const spoken = language.use();

  useEffect(() => showTheme(chosenTheme), [chosenTheme]);
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);

  return (
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
