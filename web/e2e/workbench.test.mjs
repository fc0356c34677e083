import assert from "node:assert/strict";
import { URLSearchParams } from "node:url";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct, rowsOf } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
let browser;
let product;
let page;
let faults;

const editor = () => page.getByRole("textbox", { name: "SQL" });
const open = (name) =>
  page.getByRole("tablist", { name: "Open queries" }).getByRole("tab", { name });
const result = (name) => page.getByRole("tablist", { name: "Results" }).getByRole("tab", { name });
const grid = (at) => page.getByRole("grid", { name: `Rows of result ${at}` });
const text = async () => (await editor().locator(".cm-line").allTextContents()).join("\n");

async function write(sql) {
  await editor().click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(sql);
}

async function firstColumn(at) {
  await grid(at).waitFor();
  return grid(at).locator("tbody tr td:first-child").allTextContents();
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
  ({ page, faults } = await openPage(browser, `${product.url}#/workbench`, {}, (first) =>
    first.getByRole("textbox", { name: "SQL" }),
  ));
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("the workbench", LIMIT, () => {
  it("completes columns of an alias, with their types", async () => {
    await page.getByRole("button", { name: "Show rows of orders" }).waitFor();
    await write("SELECT o. FROM orders o");
    for (let step = 0; step < " FROM orders o".length; step += 1) {
      await page.keyboard.press("ArrowLeft");
    }
    await page.keyboard.type("stat");
    const offered = page.locator(".cm-tooltip-autocomplete li").first();
    assert.match(await offered.textContent(), /^status\s*text/);
    // The list takes no key in its first moments, lest it catch one that was meant for the text.
    await page.waitForTimeout(150);
    await page.keyboard.press("Enter");
    assert.equal(await text(), "SELECT o.status FROM orders o");
  });

  it("points at an error while it is written", async () => {
    await write("SELECT order_id FRM orders");
    await page.locator(".cm-lintRange-error").waitFor();
    assert.equal(await page.locator(".cm-lintRange-error").textContent(), "orders");
    await write("SELECT order_idd FROM orders");
    await page.locator(".cm-lintRange-error").getByText("order_idd").waitFor();
  });

  it("says why a statement failed, and runs its fix", async () => {
    await page.keyboard.press("ControlOrMeta+Enter");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), /order_idd.*Line 1, column 8/s);
    await page.getByRole("button", { name: "Fix", exact: true }).click();
    await page.getByRole("button", { name: "Use this" }).first().click();
    assert.equal(await text(), "SELECT order_id FROM orders");
    await editor().click();
    await page.keyboard.press("ControlOrMeta+Enter");
    const expected = await rowsOf(product, "SELECT order_id FROM orders LIMIT 3");
    const shown = await firstColumn(1);
    assert.deepEqual(
      shown.slice(0, 3),
      expected.map(([id]) => String(id)),
    );
  });

  it("runs the statement at the cursor, the selection, or all of them", async () => {
    await write("SELECT 11 AS n;\n\nSELECT 22 AS n;\nSELECT 33 AS n");
    await page.keyboard.press("ControlOrMeta+Enter");
    assert.deepEqual(await firstColumn(1), ["33"]);
    assert.equal(await result(/Result/).count(), 1);
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("ControlOrMeta+Enter");
    await grid(1).getByText("11", { exact: true }).waitFor();
    await page.keyboard.press("Shift+ControlOrMeta+Enter");
    await result("Result 3").waitFor();
    await result("Result 2").click();
    assert.deepEqual(await firstColumn(2), ["22"]);
  });

  it("stops at the statement that fails", async () => {
    await write("SELECT 1 AS n;\nSELECT nosuch FROM orders;\nSELECT 3 AS n");
    await page.keyboard.press("Shift+ControlOrMeta+Enter");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), /Line 2, column 8/);
    await result("Result 3").click();
    await page.getByText("a statement before it failed").waitFor();
  });

  it("formats", async () => {
    await write("select status,count(*) from orders group by status");
    await page.getByRole("button", { name: "Format" }).click();
    await editor().getByText("GROUP BY", { exact: true }).waitFor();
    assert.match(await text(), /^SELECT\n {2}status,\n {2}count\(\*\)\nFROM/i);
  });

  it("takes values by name, typed", async () => {
    await write("SELECT $least + 1 AS more");
    await page.getByLabel("Type of least").selectOption("integer");
    await page.getByRole("spinbutton", { name: "least" }).fill("41");
    await page.keyboard.press("Enter");
    assert.deepEqual(await firstColumn(1), ["42"]);
  });

  it("keeps tabs, their texts and results over a reload", async () => {
    await page.getByRole("button", { name: "New query" }).click();
    await write("SELECT 'kept' AS word");
    await page.keyboard.press("ControlOrMeta+Enter");
    assert.deepEqual(await firstColumn(1), ["kept"]);
    await open("Query 2").dblclick();
    await page.getByRole("textbox", { name: "Name of Query 2" }).fill("Words");
    await page.keyboard.press("Enter");
    await open("Words").focus();
    await page.keyboard.press("ControlOrMeta+ArrowLeft");
    await page.reload();
    await editor().getByText("kept").waitFor();
    assert.deepEqual(
      await page.getByRole("tablist", { name: "Open queries" }).getByRole("tab").allTextContents(),
      ["Words", "Query"],
    );
    assert.deepEqual(await firstColumn(1), ["kept"]);
  });

  it("brings a closed tab back", async () => {
    await page.getByRole("button", { name: "Close Words" }).click();
    await open("Words").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await open("Words").waitFor();
    assert.equal(await text(), "SELECT 'kept' AS word");
  });

  it("opens the text of a link, and does not run it", async () => {
    const query = new URLSearchParams({ source: "shop", sql: "SELECT 'linked' AS word" });
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/workbench?${query}`);
    await editor().getByText("linked").waitFor();
    assert.equal(await page.evaluate(() => window.location.hash), "#/workbench");
    assert.equal(await result(/Result/).count(), 0);
  });

  it("shows how the engine runs a statement", async () => {
    await write("SELECT status, count(*) FROM orders GROUP BY status");
    await page.getByRole("button", { name: "Plan", exact: true }).click();
    const plan = page.getByTestId("plan");
    await plan.waitFor();
    assert.match(await plan.textContent(), /HASH_GROUP_BY.*SEQ_SCAN/s);
    await plan.getByRole("button", { name: "Run and measure" }).click();
    await plan.getByText("Slowest step").waitFor();
    assert.match(await plan.textContent(), /HASH_GROUP_BY[^]*\d ms · [\d,]+ rows?/);
  });

  it("draws rows as a chart", async () => {
    await page.keyboard.press("Escape");
    await editor().click();
    await page.keyboard.press("ControlOrMeta+Enter");
    await grid(1).waitFor();
    await page.getByRole("button", { name: "Chart", exact: true }).click();
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
    await page.getByRole("button", { name: "Rows", exact: true }).click();
    await grid(1).waitFor();
  });

  it("runs the parts of a statement by themselves, with rows at each join", async () => {
    await write(
      "WITH few AS (SELECT customer_id FROM orders WHERE order_id <= 10)\n" +
        "SELECT c.region FROM few JOIN customers c ON c.customer_id = few.customer_id " +
        "JOIN orders o ON o.customer_id = c.customer_id WHERE EXISTS (SELECT 1 FROM stores s WHERE s.store_id = o.store_id)",
    );
    await page.getByRole("button", { name: "Steps", exact: true }).click();
    const steps = page.getByTestId("steps").getByRole("listitem");
    await steps.first().waitFor();
    const told = await steps.allTextContents();
    assert.ok(
      told.some((step) => /^WITH.*few.*10 rows$/.test(step)),
      told.join("; "),
    );
    assert.equal(told.filter((step) => /^JOIN/.test(step)).length, 2);
    assert.ok(told.some((step) => /^Subquery.*does not run by itself/.test(step)));
    await steps.filter({ hasText: "customers c ON" }).getByRole("button").click();
    const rows = page.getByRole("region", { name: "Rows of the step" }).first();
    await rows.getByRole("grid").waitFor();
    assert.equal(await rows.getByRole("grid").getAttribute("aria-rowcount"), "11");
  });

  it("tells two results apart", async () => {
    await write(
      "SELECT 1 AS id, 'a' AS word UNION ALL SELECT 2, 'b' UNION ALL SELECT 3, 'c' ORDER BY 1;\n" +
        "SELECT 1 AS id, 'a' AS word UNION ALL SELECT 2, 'x' UNION ALL SELECT 4, 'd' ORDER BY 1",
    );
    await page.keyboard.press("Shift+ControlOrMeta+Enter");
    await result("Result 2").waitFor();
    await grid(1).waitFor();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    const difference = page.getByTestId("difference");
    await difference.getByText("1 added").waitFor();
    assert.match(
      await difference.getByRole("status").textContent(),
      /1 added.*1 removed.*1 changed.*1 the same/,
    );
    assert.equal(await difference.locator("del").textContent(), "b");
    assert.equal(await difference.locator("ins").textContent(), "x");
    assert.equal(await difference.getByRole("checkbox", { name: "id" }).isChecked(), true);
  });

  it("saves a query, shows its versions apart, and opens it by its address", async () => {
    const save = async (sql) => {
      await write(sql);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: "Name" }).waitFor();
      return dialog;
    };
    await page.getByRole("button", { name: "New query" }).click();
    const dialog = await save("SELECT order_id FROM orders\nWHERE store_id = $store");
    await dialog.getByRole("textbox", { name: "Name" }).fill("orders_of_store");
    await dialog.getByRole("textbox", { name: "Title" }).fill("Orders of a store");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved as orders_of_store, version 1").waitFor();
    const again = await save("SELECT order_id, status FROM orders\nWHERE store_id = $store");
    await again.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved as orders_of_store, version 2").waitFor();
    assert.equal(await page.evaluate(() => window.location.hash), "#/workbench/q/orders_of_store");
    await page.getByRole("tab", { name: "Saved", exact: true }).click();
    await page.getByRole("button", { name: "Versions of orders_of_store" }).click();
    const versions = page.getByRole("dialog", { name: "Versions of orders_of_store" });
    await versions.getByTestId("difference").waitFor();
    assert.deepEqual(await versions.getByTestId("difference").locator("span").allTextContents(), [
      "− SELECT order_id FROM orders",
      "+ SELECT order_id, status FROM orders",
      "  WHERE store_id = $store",
    ]);
    await versions.getByRole("button", { name: /^version 1/ }).click();
    await versions.getByRole("button", { name: "Bring back into the editor" }).click();
    assert.equal(await text(), "SELECT order_id FROM orders\nWHERE store_id = $store");
  });

  it("finds what was run before, and runs it again", async () => {
    await page.getByRole("tab", { name: "History", exact: true }).click();
    const history = page.getByRole("list", { name: "History" });
    await page.getByRole("searchbox", { name: "Search what you ran" }).fill("'kept' as");
    await history.getByText("SELECT 'kept' AS word").first().waitFor();
    await history.getByRole("button", { name: "Run again in a new tab" }).first().click();
    assert.deepEqual(await firstColumn(1), ["kept"]);
    await page.getByRole("searchbox", { name: "Search what you ran" }).fill("");
    await page.getByRole("combobox", { name: "Outcome" }).selectOption("failed");
    await history.getByText("COLUMN_NOT_FOUND").first().waitFor();
    await page.getByRole("tab", { name: "Tables", exact: true }).click();
  });

  it("fits a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const tooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.equal(await tooWide(), 0);
    await page.getByRole("button", { name: "Tables, saved queries and history" }).click();
    const drawer = page.getByRole("dialog", { name: "Tables, saved queries and history" });
    await drawer.getByRole("button", { name: "Show rows of products" }).click();
    await open("products").waitFor();
    await grid(1).waitFor();
    assert.equal(await tooWide(), 0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("did nothing on the way that a page must not do", () => {
    assert.deepEqual(faults, []);
  });
});
