// Writes src/api/openapi.d.ts from openapi.json, which the server's build keeps current.
// With --check it only says whether the file is current.
import { readFile, writeFile } from "node:fs/promises";
import openapiTypes, { astToString } from "openapi-typescript";

const description = new URL("../openapi.json", import.meta.url);
const target = new URL("../src/api/openapi.d.ts", import.meta.url);
const HEADER = "// Made from openapi.json by `npm run types`; do not change it by hand.\n\n";

const document = JSON.parse(await readFile(description, "utf8"));
const text = HEADER + astToString(await openapiTypes(document));

if (!process.argv.includes("--check")) {
  await writeFile(target, text);
} else if ((await readFile(target, "utf8").catch(() => "")) !== text) {
  console.error("src/api/openapi.d.ts is not what openapi.json says; run `npm run types`");
  process.exit(1);
}
