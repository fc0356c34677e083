import { defineConfig, mergeConfig } from "vitest/config";
import vite from "./vite.config.ts";

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      environment: "jsdom",
      // To make a document and load React for each file takes four times as long as all tests.
      isolate: false,
      testTimeout: 60_000,
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["tests/setup.ts"],
      reporters: ["default", "./tests/plain-reporter.ts"],
    },
  }),
);
