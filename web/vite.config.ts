import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.ALIDADE_URL ?? "http://localhost:8484";

export default defineConfig({
  // Relative addresses let the same build work under any path of a reverse proxy.
  base: "./",
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: { target: "es2022", chunkSizeWarningLimit: 1200 },
  server: {
    proxy: Object.fromEntries(["/api", "/openapi.json"].map((path) => [path, { target: server }])),
  },
});
