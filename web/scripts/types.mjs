// Writes src/api/openapi.d.ts from openapi.json, the server's description of itself.
//   npm run types -- URL    takes the description from the server at URL first
//   npm run types:check     only says whether the types are what the description says
import { readFile, writeFile } from "node:fs/promises";
import openapiTypes, { astToString } from "openapi-typescript";

const description = new URL("../openapi.json", import.meta.url);
const target = new URL("../src/api/openapi.d.ts", import.meta.url);
const HEADER = "// Made from openapi.json by `npm run types`; do not change it by hand.\n\n";
const argument = process.argv[2];
const check = argument === "--check";

if (argument && !check) {
  const response = await fetch(new URL("openapi.json", argument));
  if (!response.ok) {
    throw new Error(`${response.url} answered with status ${response.status}`);
  }
  const described = await response.json();
  // In an order of their own, or a feature that moves would move thousands of lines.
  described.paths = Object.fromEntries(Object.entries(described.paths).sort());
  await writeFile(description, JSON.stringify(described, null, 2) + "\n");
}

const document = JSON.parse(await readFile(description, "utf8"));
const whole = astToString(await openapiTypes(document));
// What the page never asks for would only be in the way of reading the differences.
const UNUSED = [
  /export interface paths \{[^]*?\n\}\n/,
  / +\w+\?: never;\n/g,
  / +parameters: \{\n +\};\n/g,
  / +headers: \{\n +\[name: string\]: unknown;\n +\};\n/g,
  / +"[45]XX": .*\n/g,
  / +\/\*\* @description The result \*\/\n/g,
  / +"text\/event-stream": string;\n/g,
];
const text = HEADER + UNUSED.reduce((left, part) => left.replace(part, ""), whole);

if (!check) {
  await writeFile(target, text);
} else if ((await readFile(target, "utf8").catch(() => "")) !== text) {
  console.error("src/api/openapi.d.ts is not what openapi.json says; run `npm run types`");
  process.exit(1);
}
