import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import readExcel from "read-excel-file/universal";
import { openPage, startBrowser } from "./browser.mjs";
import { drop } from "./hands.mjs";
import { call, launchProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const PASSWORD = "correct horse battery";
const REGIONS = ["north", "south", "west"];
const PRODUCTS = ["lamp", "chair"];
// Each region sells both products in each of six months, for an amount that tells them apart.
const SALES = REGIONS.flatMap((region, r) =>
  PRODUCTS.flatMap((product, p) =>
    [1, 2, 3, 4, 5, 6].map((month) => ({
      sold_on: `2025-0${month}-15`,
      region,
      product,
      amount: 100 * (r + 1) + 10 * p + month,
    })),
  ),
);
const TOTALS = "What is the total amount per region?";
let folder;
let product;
let browser;
let context;
let page;
let faults;
let link;

const sum = (rows) => rows.reduce((total, { amount }) => total + amount, 0);
const of = (region) => SALES.filter((row) => row.region === region);
const lastOf = (any) => any.locator("[data-turn=done]").last();
const drawn = (turn) => turn.locator(".js-plotly-plot .main-svg").first();
const signInForm = (any) => any.getByRole("form", { name: "Sign in" });

function csv() {
  const names = Object.keys(SALES[0]);
  return [names.join(","), ...SALES.map((row) => names.map((name) => row[name]).join(","))].join(
    "\n",
  );
}

async function say(any, words) {
  const turns = await any.locator("[data-turn=done]").count();
  await any.getByRole("textbox", { name: "Your question" }).fill(words);
  await any.keyboard.press("Enter");
  await any.locator("[data-turn=done]").nth(turns).waitFor();
  return lastOf(any);
}

/** The rows of an answer's table, numbers without their marks. */
async function rowsIn(turn) {
  const rows = await turn.locator("tbody tr").all();
  const cells = await Promise.all(rows.map((row) => row.locator("td").allTextContents()));
  return cells.map((row) => row.map((cell) => cell.replaceAll(",", "").trim()));
}

/** Calls an operation as whoever is signed in on the page. */
async function inPage(operation, input) {
  const status = await page.evaluate(
    async ([address, body]) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(address, { method: "POST", headers, body })).status;
    },
    [`${product.url}api/v1/${operation}`, JSON.stringify(input)],
  );
  assert.equal(status, 200);
}

async function enter(any, name) {
  await signInForm(any).getByLabel("Name").fill(name);
  await signInForm(any).getByLabel("Password", { exact: true }).fill(PASSWORD);
  await any.keyboard.press("Enter");
  await any.getByRole("button", { name: `Signed in as ${name}` }).waitFor();
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "alidade-journey-"));
  product = await launchProduct();
  browser = await startBrowser();
  ({ context, page, faults } = await openPage(browser, product.url));
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
}, LIMIT);

describe("what a person does in their first hour", LIMIT, () => {
  it("drops a file, and has a source to ask", async () => {
    await drop(page, { name: "sales.csv", text: csv() });
    const dialog = page.getByRole("dialog", { name: "Add a source" });
    await dialog.getByText("Sent").waitFor();
    await dialog.getByRole("button", { name: "Add 1 file" }).click();
    const ready = page.getByRole("dialog", { name: "sales is ready" });
    await ready.getByTestId("first-question").first().click();
    await page.getByRole("article").last().locator("[data-status=answered]").waitFor();
  });

  it("asks, and sees rows, a chart and the SQL that ran", async () => {
    const turn = await say(page, TOTALS);
    const rows = await rowsIn(turn);
    const expected = REGIONS.map((region) => [region, String(sum(of(region)))]);
    assert.deepEqual(rows.map(([region, total]) => [region, total]).sort(), expected);
    await drawn(turn).waitFor();
  });

  it("follows up", async () => {
    const turn = await say(page, "only the lamps");
    const rows = await rowsIn(turn);
    const lamps = of("west").filter((row) => row.product === "lamp");
    assert.equal(rows.find(([region]) => region === "west")?.[1], String(sum(lamps)));
  });

  it("corrects the first question, and the answer is another", async () => {
    const asked = page.getByRole("article", { name: TOTALS, exact: true }).last();
    await asked.getByRole("button", { name: "Edit this question" }).click();
    await page
      .getByRole("textbox", { name: "Your question" })
      .fill("What is the total amount per product?");
    await page.keyboard.press("Enter");
    const corrected = page
      .getByRole("article", { name: "What is the total amount per product?", exact: true })
      .last();
    await corrected.locator("[data-status=answered]").waitFor();
    await drawn(corrected).waitFor();
    const rows = await rowsIn(corrected);
    assert.deepEqual(rows.map(([name]) => name).sort(), ["chair", "lamp"]);
    const chairs = SALES.filter((row) => row.product === "chair");
    assert.equal(rows.find(([name]) => name === "chair")[1], String(sum(chairs)));
  });

  it("changes the kind of the chart, and its theme", async () => {
    await page
      .getByRole("button", { name: /^Kind of chart/ })
      .last()
      .click();
    await page.locator("[data-kind-choice=pie]").click();
    const turn = lastOf(page);
    await turn.locator("[data-kind=pie]").waitFor();
    await page.getByRole("button", { name: "Look", exact: true }).last().click();
    const kept = page.waitForResponse((response) => response.url().endsWith("change_chart"));
    await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
    await kept;
    await page.keyboard.press("Escape");
    await page.reload();
    await lastOf(page).locator("[data-kind=pie]").waitFor();
  });

  it("exports to Excel, and the workbook holds the rows", async () => {
    const turn = await say(page, TOTALS);
    await turn.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByRole("button", { name: /^Excel/ }).click();
    const waiting = page.waitForEvent("download");
    await dialog.getByRole("link", { name: /^Download/ }).click();
    const download = await waiting;
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    assert.match(file, /\.xlsx$/);
    const [{ data }] = await readExcel(Uint8Array.from(await readFile(file)).buffer);
    const [, ...rows] = data;
    assert.deepEqual(
      rows.map(([region, total]) => [region, total]).sort(),
      REGIONS.map((region) => [region, sum(of(region))]),
    );
    await page.keyboard.press("Escape");
  });

  it("finds an error in the workbench, and its fix", async () => {
    const sql = "SELECT region, sum(amont) AS total FROM sales GROUP BY region ORDER BY region";
    await page.evaluate((text) => {
      window.location.hash = `#/workbench?source=sales&sql=${encodeURIComponent(text)}`;
    }, sql);
    const editor = page.getByRole("textbox", { name: "SQL" });
    await editor.click();
    await page.keyboard.press("ControlOrMeta+Enter");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), /amont.*Line 1, column 20/s);
    await page.getByRole("button", { name: "Fix", exact: true }).click();
    await page.getByRole("button", { name: "Use this" }).first().click();
    await editor.click();
    await page.keyboard.press("ControlOrMeta+Enter");
    const grid = page.getByRole("grid", { name: "Rows of result 1" });
    await grid.getByText(sum(of("north")).toLocaleString("en-US")).waitFor();
  });

  it("shares the conversation with a colleague who may see one region", async () => {
    await call(product, "save_role", { name: "seller", sources: ["sales"], confirm: true });
    await call(product, "save_policy", {
      source: "sales",
      table: "sales",
      roles: ["seller"],
      rows: "region = {caller.region}",
    });
    await call(product, "create_caller", { name: "ada", roles: ["admin"], password: PASSWORD });
    await page.evaluate(() => {
      window.location.hash = "#/";
    });
    await page.reload();
    await enter(page, "ada");
    await inPage("create_caller", {
      name: "bob",
      roles: ["seller"],
      attributes: { region: "north" },
      password: PASSWORD,
    });
    await say(page, "What is the total amount per region in sales?");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    link = await page.getByRole("textbox", { name: "Link to this conversation" }).inputValue();
    assert.deepEqual(faults, []);
  });

  it("and the colleague sees that region alone", async () => {
    await context.close();
    ({ context, page, faults } = await openPage(browser, link, {}, signInForm));
    await enter(page, "bob");
    const turn = page.getByRole("article", { name: /total amount per region/ });
    await turn.waitFor();
    assert.deepEqual(await rowsIn(turn), [["north", String(sum(of("north")))]]);
    const told = await page.evaluate(() => document.documentElement.outerHTML);
    assert.doesNotMatch(told, /south|west/);
    assert.deepEqual(faults, []);
  });
});
