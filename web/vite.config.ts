import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = process.env.ALIDADE_URL ?? "http://localhost:8484";
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The fonts' licences ship with the fonts; Vite gathers only those of scripts. */
function fontLicenses(fonts: string[]): Plugin {
  return {
    name: "font-licenses",
    generateBundle() {
      const source = fonts
        .map((font) =>
          readFileSync(path(`node_modules/@fontsource-variable/${font}/LICENSE`), "utf8"),
        )
        .join("\n\n");
      this.emitFile({ type: "asset", fileName: "font-licenses.txt", source });
    },
  };
}

/**
 * Plotly as one script at a fixed address, whole: the server puts it into charts that are kept as
 * files, and draws pictures with it.
 */
function plotlyScript(): Plugin {
  return {
    name: "plotly-script",
    generateBundle() {
      const emit = (file: string, fileName: string) => {
        const source = readFileSync(path(`node_modules/plotly.js-strict-dist-min/${file}`));
        this.emitFile({ type: "asset", fileName: `plotly/${fileName}`, source });
      };
      emit("plotly-strict.min.js", "plotly.min.js");
      emit("LICENSE", "LICENSE.txt");
    },
  };
}

export default defineConfig({
  // Relative addresses let the same build work under any path of a reverse proxy.
  base: "./",
  plugins: [
    react(),
    tailwindcss(),
    fontLicenses(["geist", "geist-mono", "newsreader"]),
    plotlyScript(),
  ],
  resolve: { alias: { "@": path("./src") } },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    license: { fileName: "third-party-licenses.md" },
  },
  server: {
    proxy: Object.fromEntries(["/api", "/openapi.json"].map((name) => [name, { target: server }])),
  },
});
