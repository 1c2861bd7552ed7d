import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  // The window is served from its own files: relative addresses, and nothing inlined that a strict policy
  // would have to allow.
  base: "./",
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    // Reading the component library takes longer than all tests: it is read once. Every test opens its own
    // window on its own bridge.
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
