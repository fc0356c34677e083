import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const CSS = readFileSync("src/theme/tokens.css", "utf8");

function tokensOf(selector: string): Record<string, string> {
  const start = CSS.indexOf(`${selector} {`);
  const block = CSS.slice(start, CSS.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", color = ""]) => [
      name,
      color,
    ]),
  );
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = "", other = ""): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const READABLE = 4.5;
const PAIRS = [
  ...["paper", "surface", "sunken", "hover"].flatMap((ground) =>
    ["ink", "muted"].map((text) => [text, ground]),
  ),
  ["accent-ink", "accent"],
  ["accent-strong", "accent-soft"],
  ["danger", "danger-soft"],
  ["danger", "paper"],
  ["warning", "warning-soft"],
];

describe.each([":root", '[data-theme="dark"]'])("the colors of %s", (selector) => {
  const tokens = tokensOf(selector);

  it.each(PAIRS)("%s can be read on %s", (text = "", ground = "") => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(READABLE);
  });

  it.each([1, 2, 3, 4, 5, 6])("series %i stands out from its ground", (index) => {
    expect(contrast(tokens[`chart-${String(index)}`], tokens.surface)).toBeGreaterThanOrEqual(3);
  });
});
