import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist", "src/api/openapi.d.ts"]),
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"], jsxA11y.flatConfigs.strict],
    rules: {
      "max-lines": ["error", 500],
      // WAI-ARIA's grid pattern is a table in which the arrow keys move.
      "jsx-a11y/no-noninteractive-element-to-interactive-role": [
        "error",
        { table: ["grid"], td: ["gridcell"] },
      ],
      // A table that scrolls sideways must be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["tabpanel", "region"] }],
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        Buffer: "readonly",
        process: "readonly",
        performance: "readonly",
        requestAnimationFrame: "readonly",
        console: "readonly",
        URL: "readonly",
        fetch: "readonly",
        document: "readonly",
        window: "readonly",
        localStorage: "readonly",
        matchMedia: "readonly",
        getComputedStyle: "readonly",
        setTimeout: "readonly",
        MutationObserver: "readonly",
        navigator: "readonly",
      },
    },
  },
);
