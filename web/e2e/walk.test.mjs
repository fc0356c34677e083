import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct, rowsOf } from "./product.mjs";
import { QUESTIONS } from "./questions.mjs";

const BARS = ".js-plotly-plot :is(.point path, .slice path.surface)";
const LIMIT = { timeout: 600_000 };
let browser;
let product;
let context;
let page;
let faults;

const box = () => page.getByRole("textbox", { name: "Your question" });
const turn = (question) => page.getByRole("article", { name: question, exact: true }).last();

async function ask(question) {
  await box().fill(question);
  await page.keyboard.press("Enter");
  await turn(question).locator("[data-status], [role=alert]").first().waitFor();
  return turn(question);
}

async function cellsOf(table) {
  const rows = await table.locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allTextContents()));
}

async function everyPage(answer, table) {
  const next = answer.getByRole("button", { name: "Next page" });
  const cells = await cellsOf(table);
  while ((await next.count()) > 0 && (await next.first().isEnabled())) {
    await next.first().click();
    cells.push(...(await cellsOf(table)));
  }
  return cells;
}

async function copyOf(answer) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await answer.getByRole("button", { name: "Copy CSV" }).first().click();
  await answer.getByText("Copied").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return text.trimEnd().split("\r\n");
}

function numericColumn(rows) {
  const index = rows[0].findIndex((cell) => typeof cell === "number");
  assert.ok(index >= 0, "no column of numbers in the answer");
  return index;
}

/** Rows as sorted texts, numbers to the cent, whether they come from the page or the server. */
function comparable(rows, expected) {
  const numeric = expected[0].map((cell) => typeof cell === "number");
  const text = (cell, index) =>
    numeric[index] ? plainNumber(String(cell)).toFixed(2) : (cell ?? "null");
  return rows.map((row) => row.map(text).join(" | ")).sort();
}

const plainNumber = (text) => Number(text.replaceAll(",", ""));

async function writeSql(panel, sql) {
  const editor = panel.getByRole("textbox", { name: "SQL" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(sql);
  await page.keyboard.press("ControlOrMeta+Enter");
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
  ({ context, page, faults } = await openPage(browser, product.url));
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("the web page", LIMIT, () => {
  it("opens with questions that work, and answers the first", async () => {
    const suggestion = page.getByTestId("suggestion").first();
    const question = await suggestion.locator("span").first().textContent();
    await suggestion.click();
    await turn(question).locator("[data-status=answered]").waitFor();
    assert.match(page.url(), /#\/c\/.+/);
  });

  it("is asked with the keyboard alone, step by step, and shows the number", async () => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: "What would you like to know?" }).waitFor();
    await page.evaluate(() => {
      document.activeElement.blur();
      window.heard.length = 0;
    });
    await page.keyboard.press("/");
    const streamed = page.waitForResponse((response) => response.url().endsWith("/api/v1/ask"));
    await page.keyboard.type(QUESTIONS.number);
    await page.keyboard.press("Enter");
    const response = await streamed;
    assert.match(response.headers()["content-type"], /^text\/event-stream/);
    await turn(QUESTIONS.number).locator("[data-status=answered]").waitFor();
    const [[expected]] = await rowsOf(product, QUESTIONS.numberSql);
    const shown = await turn(QUESTIONS.number).getByTestId("number").textContent();
    assert.equal(plainNumber(shown), Number(expected));
    const heard = await page.evaluate(() => window.heard);
    assert.ok(
      heard.some((text) => /Reading|Planning|Running|Collecting/.test(text)),
      heard.join("; "),
    );
    assert.match(heard.at(-1), /^Answered: /);
    const trail = await turn(QUESTIONS.number).getByLabel("Steps of this answer").textContent();
    assert.match(trail, /Understood.*Planned.*Ran on .*1 row/);
  });

  it("shows a table with the very rows of its SQL, which sorts", async () => {
    const answer = await ask(QUESTIONS.table);
    const status = await answer.locator("[data-status]").getAttribute("data-status");
    assert.equal(status, "answered", await answer.textContent());
    const table = answer.getByRole("table").first();
    await answer.getByRole("button", { name: /^SQL/ }).click();
    const editor = answer.getByRole("textbox", { name: "SQL" });
    await editor.waitFor();
    const sql = (await editor.locator(".cm-line").allTextContents()).join("\n");
    const expected = await rowsOf(product, sql);
    const shown = await everyPage(answer, table);
    assert.deepEqual(comparable(shown, expected), comparable(expected, expected));
    const copied = await copyOf(answer);
    const names = await table.getByRole("columnheader").allTextContents();
    assert.equal(copied[0], names.join(","));
    assert.equal(copied.length, expected.length + 1);
    const numeric = numericColumn(expected);
    const header = table.getByRole("columnheader").nth(numeric);
    await header.getByRole("button").click();
    assert.equal(await header.getAttribute("aria-sort"), "ascending");
    const smallest = Math.min(...expected.map((row) => Number(row[numeric])));
    const [first] = await cellsOf(table);
    assert.ok(Math.abs(plainNumber(first[numeric]) - smallest) < 0.01, first[numeric]);
  });

  it("draws the chart with a bar for each row", async () => {
    const answer = turn(QUESTIONS.table);
    await answer.locator(BARS).first().waitFor();
    const bars = await answer.locator(BARS).count();
    const text = await answer.getByLabel("Steps of this answer").textContent();
    assert.match(text, new RegExp(`(^|\\D)${bars} rows`));
  });

  it("runs SQL that was edited in place, and points at the place of an error", async () => {
    const answer = turn(QUESTIONS.table);
    await writeSql(answer, "SELECT * FROM products ORDER BY product_id LIMIT 2");
    const rows = answer.getByRole("region", { name: "Rows of the query" }).last();
    await rows.waitFor();
    assert.deepEqual(
      (await cellsOf(rows)).map(([id]) => id),
      ["1", "2"],
    );
    await writeSql(answer, QUESTIONS.failing);
    const alert = answer.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), /nosuchcolumn.*Line 2, column 3/s);
    assert.equal(await alert.locator("mark").textContent(), "nosuchcolumn");
    assert.equal(await answer.locator(".cm-lintRange-error").textContent(), "nosuchcolumn");
  });

  it("says what the answer rests on", async () => {
    const answer = turn(QUESTIONS.table);
    await answer.getByRole("button", { name: /What this rests on/ }).click();
    const meanings = await answer.locator("dl dt").allTextContents();
    assert.ok(
      meanings.some((words) => /^“.+”$/.test(words)),
      meanings.join("; "),
    );
    assert.match(await answer.textContent(), /Trust.*\d+% confident.*Source.*shop/s);
    const below = await page.evaluate(() => {
      document.scrollingElement.scrollTop = 10_000;
      return document.scrollingElement.scrollTop;
    });
    assert.equal(below, 0, "the answers scroll, the page around them does not");
  });

  it("names the words that it did not understand instead of guessing", async () => {
    const answer = await ask(QUESTIONS.senseless);
    const status = await answer.locator("[data-status]").getAttribute("data-status");
    assert.ok(["abstain", "clarify"].includes(status), status);
    const words = await answer.getByTestId("unexplained").allTextContents();
    const unknown = QUESTIONS.senseless.split(" ").at(-1);
    assert.ok(
      words.some((word) => unknown.startsWith(word.slice(0, 5))),
      words.join("; "),
    );
  });

  it("stops a running question", async () => {
    await page.route("**/api/v1/ask", () => undefined);
    await box().fill("Wait for it");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Stop" }).click();
    assert.match(await turn("Wait for it").textContent(), /Stopped/);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });

  it("says when the server does not answer, and asks again", async () => {
    await context.setOffline(true);
    const failed = await ask(QUESTIONS.number);
    assert.match(await failed.getByRole("alert").textContent(), /did not answer/);
    await context.setOffline(false);
    await failed.getByRole("button", { name: "Retry" }).click();
    await turn(QUESTIONS.number).locator("[data-status=answered]").waitFor();
  });

  it("keeps the conversation over a reload and a restart of the server", async () => {
    const titles = () =>
      page.getByRole("article").evaluateAll((all) => all.map((each) => each.ariaLabel));
    await product.restart?.();
    await page.reload();
    await turn(QUESTIONS.table).getByRole("table").waitFor();
    const kept = [QUESTIONS.number, QUESTIONS.table, QUESTIONS.senseless, QUESTIONS.number];
    assert.deepEqual(await titles(), kept);
    const list = page.getByRole("navigation", { name: "Conversations" });
    await list.getByRole("link").first().waitFor();
    assert.equal(await list.locator("[aria-current=page]").count(), 1);
  });

  it("browses the schema and previews a table", async () => {
    const schema = page.getByRole("region", { name: "Schema" });
    await schema.getByRole("searchbox").fill("customer_id");
    const orders = schema.getByRole("button", { name: /^orders/ });
    await orders.waitFor();
    const columns = schema.getByRole("list", { name: "Columns of orders" });
    assert.match(await columns.textContent(), /references\s*customers/);
    await schema.getByRole("searchbox").fill("");
    await schema.getByRole("button", { name: /^products/ }).click();
    await schema.getByRole("button", { name: "Preview" }).last().click();
    const dialog = page.getByRole("dialog", { name: "products" });
    await dialog.getByRole("grid").waitFor();
    assert.ok((await cellsOf(dialog)).length >= 10);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  it("fits a phone, with drawers at both sides", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const tooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.equal(await tooWide(), 0);
    await page.getByRole("button", { name: "Conversations" }).click();
    await page.getByRole("dialog", { name: "Conversations" }).getByRole("link").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Schema" }).click();
    await page
      .getByRole("dialog", { name: "Schema" })
      .getByRole("button", { name: /^orders/ })
      .waitFor();
    await page.keyboard.press("Escape");
    await turn(QUESTIONS.table).locator(".js-plotly-plot svg").first().waitFor();
    assert.equal(await tooWide(), 0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("is dark where the system is, and remembers another choice", async () => {
    const brightness = () =>
      page.evaluate(() => {
        const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g);
        return (Number(red) + Number(green) + Number(blue)) / 3;
      });
    assert.ok((await brightness()) > 200);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator("html[data-theme=dark]").waitFor();
    assert.ok((await brightness()) < 60);
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("menuitem", { name: "Light" }).click();
    await page.reload();
    await turn(QUESTIONS.table).waitFor();
    assert.ok((await brightness()) > 200);
  });

  it("speaks the language that the server describes", async () => {
    const described = await fetch(`${product.url}openapi.json`);
    const kept = JSON.parse(await readFile(new URL("../openapi.json", import.meta.url), "utf8"));
    const { paths, components } = await described.json();
    assert.deepEqual(
      { paths: kept.paths, components: kept.components },
      { paths, components },
      "web/openapi.json is old; start the server and run: npm --prefix web run types -- URL",
    );
  });

  it("did nothing on the way that a page must not do", () => {
    assert.deepEqual(faults, []);
  });
});
