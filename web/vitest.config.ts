import { defineConfig, mergeConfig } from "vitest/config";
import vite from "./vite.config.ts";

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      environment: "jsdom",
      testTimeout: 60_000,
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["tests/setup.ts"],
      reporters: ["default", "./tests/plain-reporter.ts"],
    },
  }),
);
