import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { openPage, startBrowser } from "../browser.mjs";
import { openProduct } from "../product.mjs";

const LIMIT = { timeout: 600_000 };
const ROUNDS = 5;
const MOST_SCRIPT_BYTES = 250_000;
const FIRST_PAINT_MILLIS = 1_000;
const INTERACTIVE_MILLIS = 2_000;
let browser;
let product;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** One visit of somebody new: when something was seen, and when a question could be typed. */
async function visit() {
  const { context, page } = await openPage(browser, product.url);
  await page.getByTestId("suggestion").first().waitFor();
  // What is in the page may be a frame away from the screen.
  await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint").length > 0,
  );
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    suggested: performance.now(),
  }));
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .map(({ name }) => name),
  );
  await context.close();
  return { ...times, scripts };
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("the budgets of the page", LIMIT, () => {
  const visits = [];

  before(async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      visits.push(await visit());
    }
  });

  it("holds that of scripts loaded at first", async (test) => {
    let bytes = 0;
    for (const script of visits[0].scripts) {
      const response = await fetch(script);
      bytes += gzipSync(Buffer.from(await response.arrayBuffer())).length;
    }
    test.diagnostic(`${bytes} bytes of scripts, compressed with gzip`);
    assert.ok(bytes > 10_000, "no scripts were seen");
    assert.ok(bytes <= MOST_SCRIPT_BYTES, `${bytes} bytes`);
  });

  it("holds that of the first paint", (test) => {
    const paint = median(visits.map((each) => each.paint));
    test.diagnostic(`first contentful paint after ${paint.toFixed(0)} ms`);
    assert.ok(paint <= FIRST_PAINT_MILLIS, `${paint} ms`);
  });

  it("holds that of the first question that can be clicked", (test) => {
    const suggested = median(visits.map((each) => each.suggested));
    test.diagnostic(`suggestions after ${suggested.toFixed(0)} ms`);
    assert.ok(suggested <= INTERACTIVE_MILLIS, `${suggested} ms`);
  });
});
