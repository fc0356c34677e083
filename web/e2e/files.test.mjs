import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { call, launchProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const CUSTOMERS = [
  "customer_id,name,city",
  "1,Ada,London",
  '2,"Bob ""B"" O\'Neil",Paris',
  "3,Cleo,Berlin",
];
const ORDERS = [
  "order_id,customer_id,amount,placed_on",
  "1,1,10.50,2024-01-01",
  "2,1,20.25,2024-01-15",
  "3,2,5.75,2024-02-01",
  "4,3,99.99,2024-02-20",
];

let folder;
let product;
let browser;
let page;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "alidade-files-"));
  await writeFile(join(folder, "customers.csv"), CUSTOMERS.join("\n"));
  await writeFile(join(folder, "orders.csv"), ORDERS.join("\n"));
  product = await launchProduct(folder);
  browser = await startBrowser();
  ({ page } = await openPage(browser, product.url));
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
}, LIMIT);

async function shownFor(question) {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
  const turn = page.getByRole("article", { name: question, exact: true }).last();
  await turn.locator("[data-status=answered]").waitFor();
  const number = turn.getByTestId("number");
  if ((await number.count()) > 0) {
    return [[await number.textContent()]];
  }
  const rows = await turn.getByRole("table").first().locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allTextContents()));
}

/** Numbers are compared as numbers: the page groups their digits. */
function plain(cell) {
  const text = String(cell).replaceAll(",", "");
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : String(cell);
}

const comparable = (rows) => rows.map((row) => JSON.stringify(row.map(plain))).sort();

describe("the web page on a folder of CSV files", LIMIT, () => {
  it("shows the rows that REST gives, for the questions that the product suggests", async () => {
    const { suggestions } = await call(product, "suggest_questions", {});
    assert.ok(suggestions.length > 0, "no question is suggested for plain files");
    for (const { question } of suggestions.slice(0, 3)) {
      const expected = await call(product, "ask", { question });
      assert.equal(expected.status, "answered", question);
      assert.deepEqual(comparable(await shownFor(question)), comparable(expected.rows), question);
    }
  });
});
