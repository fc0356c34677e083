// Writes the outlines that maps are drawn with to public/maps. They come with the package plotly.js,
// which we do not install for a hundred packages that come with it:
//   npm pack plotly.js@4.1.1 && tar xzf plotly.js-4.1.1.tgz
//   node scripts/maps.mjs package/dist/plotly-geo-assets.js
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

// The world coarsely, the world with its small countries, and the states of the USA.
const KEPT = ["world_110m", "world_50m", "usa_110m"];

const file = process.argv[2];
if (!file) {
  throw new Error("Name the file plotly-geo-assets.js of an unpacked plotly.js");
}
globalThis.window = globalThis;
const { topojson } = createRequire(import.meta.url)(resolve(file));
const folder = fileURLToPath(new URL("../public/maps/", import.meta.url));
await mkdir(folder, { recursive: true });
for (const name of KEPT) {
  await writeFile(`${folder}${name}.json`, JSON.stringify(topojson[name]));
}
