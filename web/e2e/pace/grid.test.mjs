import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "../browser.mjs";
import { openProduct, rowsOf } from "../product.mjs";

const LIMIT = { timeout: 600_000 };
const MILLION = 1_000_000;
const NUMBERED = `SELECT row_number() OVER () AS n, a.order_id, b.order_id AS other
FROM orders AS a CROSS JOIN orders AS b LIMIT ${MILLION}`;
const FRAMES = 120;
let browser;
let product;
let context;
let page;
let faults;

const grid = () => page.getByRole("grid", { name: "Rows of result 1" });
const view = () => page.getByRole("region", { name: "Rows of result 1" });
const count = async () => Number(await grid().getAttribute("aria-rowcount")) - 1;
const cells = () =>
  grid()
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
const numberOf = (text) => Number(text.replaceAll(",", ""));

async function run(sql) {
  const editor = page.getByRole("textbox", { name: "SQL" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", { name: "Run", exact: true }).waitFor();
  await grid().waitFor();
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
  ({ context, page, faults } = await openPage(browser, product.url));
  await page.getByRole("button", { name: "SQL", exact: true }).click();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("the grid of rows", LIMIT, () => {
  it("holds the rows of the query, and only those in sight are on the page", async () => {
    await run("SELECT order_id, customer_id FROM orders ORDER BY order_id");
    const expected = await rowsOf(product, "SELECT order_id FROM orders ORDER BY order_id LIMIT 5");
    const shown = await cells();
    assert.deepEqual(
      shown.slice(0, 5).map(([id]) => numberOf(id)),
      expected.map(([id]) => Number(id)),
    );
    assert.ok(shown.length < 30, `${shown.length} rows on the page`);
  });

  it("is walked with the keyboard, and a cell is copied", async () => {
    await grid().focus();
    await page.keyboard.press("ControlOrMeta+End");
    const last = await count();
    await grid()
      .locator(`tr[aria-rowindex="${last + 1}"] [aria-selected=true]`)
      .waitFor();
    await page.keyboard.press("ControlOrMeta+Home");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.keyboard.press("ControlOrMeta+c");
    const [[first]] = await cells();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(Number(copied), numberOf(first));
  });

  it("filters rows by a word", async () => {
    const filter = page.getByRole("searchbox", { name: "Filter these rows" });
    const all = await count();
    await filter.fill("17");
    await page.getByRole("status").getByText(/ of /).waitFor();
    assert.ok((await count()) < all);
    assert.ok((await cells()).every((row) => row.some((cell) => cell.includes("17"))));
    await filter.fill("");
  });

  it("tells what a column is like", async () => {
    await page.getByRole("button", { name: "Statistics of customer_id" }).click();
    const facts = page.getByRole("dialog", { name: "Statistics of customer_id" });
    await facts.getByRole("img", { name: /^Histogram: / }).waitFor();
    assert.match(await facts.textContent(), /Rows.*Null.*none.*Different.*Smallest.*Largest/);
    await page.keyboard.press("Escape");
  });

  it("holds a million rows, to the last of them", async () => {
    await run(NUMBERED);
    await page.getByRole("button", { name: "Load all" }).click();
    await page.getByRole("status").getByText("1,000,000 rows").waitFor();
    assert.equal(await count(), MILLION);
    await grid().focus();
    await page.keyboard.press("ControlOrMeta+End");
    await grid()
      .locator(`tr[aria-rowindex="${MILLION + 1}"]`)
      .waitFor();
    assert.equal(numberOf((await cells()).at(-1)[0]), MILLION);
  });

  it("scrolls a million rows at the pace of the screen", async (test) => {
    const times = await view().evaluate(async (element, frames) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const step = element.scrollHeight / frames / 50;
      element.scrollTop = 0;
      let before = await frame();
      const taken = [];
      for (let at = 0; at < frames; at += 1) {
        element.scrollTop += step;
        const now = await frame();
        taken.push(now - before);
        before = now;
      }
      return taken.toSorted((a, b) => a - b);
    }, FRAMES);
    const median = times[Math.floor(times.length / 2)];
    const late = times.filter((time) => time > 25).length;
    test.diagnostic(`a frame every ${median.toFixed(1)} ms, ${late} of ${FRAMES} late`);
    assert.ok(median < 18, `a frame took ${median} ms`);
    const numbers = (await cells()).map(([n]) => numberOf(n));
    assert.ok(
      numbers.every((n, at) => at === 0 || n === numbers[at - 1] + 1),
      numbers.join(),
    );
    assert.ok(numbers[0] > 1_000);
  });

  it("sorts a million rows", async () => {
    await grid().getByRole("button", { name: "n", exact: true }).click();
    await grid().getByRole("button", { name: "n", exact: true }).click();
    await grid().locator("th[aria-sort=descending]").waitFor();
    await page.getByRole("status").getByText("sorting").waitFor({ state: "detached" });
    await view().evaluate((element) => {
      element.scrollTop = 0;
    });
    await grid().locator('tr[aria-rowindex="2"]').waitFor();
    assert.equal(numberOf((await cells())[0][0]), MILLION);
  });

  it("did nothing on the way that a page must not do", () => {
    assert.deepEqual(faults, []);
  });
});
