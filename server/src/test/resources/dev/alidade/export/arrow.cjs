// Prints what Arrow's JavaScript reads in a file: the types of the columns, then the rows.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [file, packages] = process.argv.slice(2);
const { DataType, tableFromIPC } = createRequire(packages)("apache-arrow");

function bits(value) {
  return new BigUint64Array(new Float64Array([value]).buffer)[0].toString(16);
}

function days(value) {
  return String(Number(value) / 86_400_000);
}

function decimal(value, scale) {
  const words = [...value].map((word) => BigInt(word >>> 0));
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) | word, 0n);
  const whole = BigInt.asIntN(128, unsigned);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
  const sign = whole < 0n ? "-" : "";
  return `${sign}${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`;
}

// Numbers of 64 bits are read as they lie there: a number of JavaScript has 53.
function plain(vector, row) {
  if (!vector.isValid(row)) return null;
  const { type } = vector;
  if (DataType.isDecimal(type)) return decimal(vector.get(row), type.scale);
  if (DataType.isDate(type)) return days(vector.get(row));
  if (DataType.isTimestamp(type) || DataType.isTime(type)) return String(raw(vector, row));
  if (DataType.isBinary(type)) return Buffer.from(vector.get(row)).toString("base64");
  if (DataType.isFloat(type)) return bits(vector.get(row));
  return String(vector.get(row));
}

function raw(vector, row) {
  let before = 0;
  for (const data of vector.data) {
    if (row < before + data.length) return data.values[row - before];
    before += data.length;
  }
  throw new Error(`no row ${row}`);
}

const table = tableFromIPC(readFileSync(file));
const vectors = table.schema.fields.map((_, column) => table.getChildAt(column));
const rows = [
  table.schema.fields.map((field) => field.name),
  table.schema.fields.map((field) => String(field.type)),
];
for (let row = 0; row < table.numRows; row++) {
  rows.push(vectors.map((vector) => plain(vector, row)));
}
process.stdout.write(JSON.stringify(rows));
