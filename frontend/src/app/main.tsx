import "@/shared/theme/tokens.css";
import "@/shared/theme/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { registerServiceWorker } from "@/features/offline";
import { startSession } from "@/shared/api/session";
import { hideLostPictures } from "@/shared/ui/lost-pictures";
import { App } from "./App";

const root = document.getElementById("root");
if (!root) throw new Error("index.html holds no #root");

void startSession();
registerServiceWorker();
hideLostPictures();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
