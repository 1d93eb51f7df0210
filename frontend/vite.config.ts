/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.BB_BASE_URL ?? "http://127.0.0.1:8000";

export default defineConfig(({ command, isPreview, mode }) => ({
  base: command === "build" || isPreview ? "/static/" : "/",
  plugins: [
    react(),
    mode === "fixtures" && import("./test-support/vite-fixtures.ts").then(({ fixtures }) => fixtures()),
  ],
  resolve: { alias: { "@": at("./src"), "@test": at("./test-support") } },
  build: {
    outDir: "dist",
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: at("./index.html"), "service-worker": at("./src/service-worker/service-worker.ts") },
      output: {
        // Served from the root, under a name that never changes: browsers look there for news.
        entryFileNames: ({ name }) =>
          name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
      },
    },
  },
  server: { proxy: mode === "fixtures" ? {} : { "/api": server, "/media": server } },
  test: {
    environment: "node", // Tests of components ask for jsdom in their first line.
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./test-support/setup.ts"],
    testTimeout: 20_000,
    restoreMocks: true,
    unstubGlobals: true,
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
}));
