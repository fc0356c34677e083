// Builds each page for hosts of MCP Apps into one file that asks nothing of the network:
// dist/mcp-apps/<name>.html. Says how large each is.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const PAGES = { table: "Result table", chart: "Chart", approval: "Approval of a write" };
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

async function bundle(name) {
  const [{ output }] = await build({
    configFile: false,
    root: path(""),
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: { "@": path("src") } },
    build: {
      write: false,
      target: "es2022",
      // The host says which colors apply; `light-dark()` must be left to the browser.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      modulePreload: false,
      lib: { entry: path(`src/mcp-apps/${name}.entry.ts`), formats: ["iife"], name: "app" },
    },
  });
  const script = output.find((file) => file.type === "chunk").code.trim();
  const style = output.find((file) => file.fileName.endsWith(".css")).source.trim();
  for (const text of [script, style]) {
    if (/<\/?(script|style|!--)/i.test(text)) {
      throw new Error(`${name}: what is inlined would end its own element`);
    }
  }
  return { script, style };
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The script is named by its hash; fonts are the host's own, which its policy has to allow too. */
function pageOf(title, { script, style }) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    "style-src 'unsafe-inline'",
    "font-src data: https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${style}</style></head><body>`,
    `<script>${script}</script></body></html>`,
    "",
  ].join("\n");
}

await mkdir(path("dist/mcp-apps"), { recursive: true });
for (const [name, title] of Object.entries(PAGES)) {
  const page = pageOf(title, await bundle(name));
  await writeFile(path(`dist/mcp-apps/${name}.html`), page);
  console.log(`dist/mcp-apps/${name}.html ${(page.length / 1024).toFixed(1)} KB`);
}
