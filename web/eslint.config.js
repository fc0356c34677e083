import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

// Words that people read stand in the texts.ts of their folder, where another language can join them.
const READ =
  "/^(aria-(label|description|valuetext|roledescription)|title|placeholder|alt|label|hint|caption|description|heading|note|name|what)$/";
const LETTERS = "/\\p{L}/u";
const SENTENCE = "/^\\p{Lu}[\\p{Ll}’']*[,:]?( [\\p{L}\\d“”’'().,:;…-]+)+$/u";
const WORDS = `:matches(Literal[value=${LETTERS}], TemplateLiteral:has(> TemplateElement[value.raw=${LETTERS}]))`;
const CHOSEN = ":matches(ConditionalExpression, LogicalExpression)";
const WORDS_IN_CODE = [
  `JSXText[value=${LETTERS}]`,
  ...[`:matches(JSXElement, JSXFragment)`, `JSXAttribute[name.name=${READ}]`].flatMap((place) => [
    `${place} > JSXExpressionContainer > ${WORDS}`,
    `${place} > JSXExpressionContainer > ${CHOSEN} > ${WORDS}`,
    `${place} > JSXExpressionContainer > ${CHOSEN} > ${CHOSEN} > ${WORDS}`,
  ]),
  `JSXAttribute[name.name=${READ}] > Literal[value=${LETTERS}]`,
  `Literal[value=${SENTENCE}]`,
].map((selector) => ({
  selector,
  message: "People read this: say it in the folder's texts.ts, by inLanguage.",
}));

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
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/**/*.test.{ts,tsx}", "src/**/*texts.ts"],
    rules: { "no-restricted-syntax": ["error", ...WORDS_IN_CODE] },
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
        sessionStorage: "readonly",
        matchMedia: "readonly",
        getComputedStyle: "readonly",
        setTimeout: "readonly",
        MutationObserver: "readonly",
        navigator: "readonly",
      },
    },
  },
);
