// Serves dist/ with the fake server: node tests/serve-fake.mjs [PORT | --walk]
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const walk = process.argv[2] === "--walk";

const { module } = await runnerImport(path("fake-server.ts"));
const server = new module.FakeServer({
  port: walk ? 0 : Number(process.argv[2] ?? 8485),
  stepMillis: walk ? 60 : 350,
  page: path("../dist"),
});
const url = await server.start();

if (walk) {
  const test = spawn(process.execPath, ["--test", path("../e2e/walk.test.mjs")], {
    env: { ...process.env, ALIDADE_URL: url, ALIDADE_WALK_TABLE: "Total revenue by category" },
    stdio: "inherit",
  });
  test.on("exit", (code) => process.exit(code ?? 1));
} else {
  console.log(url);
}
