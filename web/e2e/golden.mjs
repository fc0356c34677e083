import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(
  new URL("../../server/src/test/resources/dev/alidade/chart/", import.meta.url),
);

function cell(text, type) {
  if (text === "") {
    return null;
  }
  return type === "INTEGER" || type === "FLOAT" ? Number(text) : text;
}

/** The rows of a kind's golden case, as an answer has them. */
async function read(kind) {
  const lines = (await readFile(`${FOLDER}${kind}.csv`, "utf8")).trimEnd().split("\n");
  const columns = lines[0].split(",").map((each) => each.split(":"));
  return {
    kind,
    columns: columns.map(([name, type]) => ({ name, type: type.toLowerCase() })),
    rows: lines
      .slice(1)
      .map((line) => line.split("|").map((text, at) => cell(text, columns[at][1]))),
  };
}

/** A case for every kind of chart that there is. */
export async function goldenCases() {
  const files = await readdir(FOLDER);
  const kinds = files.filter((file) => file.endsWith(".csv")).map((file) => file.slice(0, -4));
  return Promise.all(kinds.toSorted().map(read));
}
