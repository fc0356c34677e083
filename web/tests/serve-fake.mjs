// Serves dist/ with the fake server: node tests/serve-fake.mjs [port]
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const { module } = await runnerImport(fileURLToPath(new URL("fake-server.ts", import.meta.url)));
const server = new module.FakeServer({
  port: Number(process.argv[2] ?? 8485),
  stepMillis: Number(process.env.FAKE_STEP_MILLIS ?? 350),
  page: fileURLToPath(new URL("../dist", import.meta.url)),
});
console.log(await server.start());
