import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { serveProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const PASSWORD = "correct horse battery";
const PHONE = { viewport: { width: 390, height: 844 } };
const ORDERS =
  "order_id,region,customer,amount\n1,west,Wagner,10\n2,west,Weber,20\n3,east,Engel,30\n";
const CONFIGURATION = `
sources: [{ name: sales, engine: duckdb, files: [orders.csv] }]
roles:
  - { name: lead, sources: [sales] }
  - { name: seller, sources: [sales] }
callers:
  - { name: ada, roles: [admin], password: "${PASSWORD}" }
  - { name: olga, roles: [lead], password: "${PASSWORD}" }
  - { name: wendy, roles: [seller], attributes: { region: west }, password: "${PASSWORD}" }
policies:
  - { source: sales, table: orders, roles: [seller], rows: "region = {caller.region}", masks: { customer: redact } }
`;
let folder;
let browser;
let product;
let link;

const signIn = (page) => page.getByRole("form", { name: "Sign in" });

async function enter(name, address, options) {
  const opened = await openPage(browser, address, options, signIn);
  await signIn(opened.page).getByLabel("Name").fill(name);
  await signIn(opened.page).getByLabel("Password", { exact: true }).fill(PASSWORD);
  await opened.page.keyboard.press("Enter");
  await opened.page.getByRole("button", { name: `Signed in as ${name}` }).waitFor();
  return opened;
}

async function ask(page, question) {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
  const turn = page.getByRole("article", { name: question, exact: true }).last();
  await turn.locator("[data-status=answered]").waitFor();
  return turn;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "alidade-share-"));
  await writeFile(join(folder, "orders.csv"), ORDERS);
  await writeFile(join(folder, "alidade.yaml"), CONFIGURATION);
  product = await serveProduct(join(folder, "alidade.yaml"));
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
}, LIMIT);

describe("a shared conversation", LIMIT, () => {
  it("is given a link by its owner", async () => {
    const { page, context, faults } = await enter("olga", product.url);
    const counted = await ask(page, "How many orders are there?");
    assert.equal(await counted.getByTestId("number").textContent(), "3");
    await ask(page, "Show the amount of the customer Engel");
    await page.getByRole("button", { name: "Share" }).click();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Make a link" }).click();
    link = await page.getByRole("textbox", { name: "Link to this conversation" }).inputValue();
    assert.match(link, /#\/shared\/shr_/);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(faults, []);
    await context.close();
  });

  for (const [name, options] of [
    ["wide", {}],
    ["phone", PHONE],
  ]) {
    it(`shows another caller their own rows and no hidden word, ${name}`, async () => {
      const { page, context, faults } = await enter("wendy", link, options);
      const counted = page.getByRole("article", { name: "How many orders are there?" });
      await counted.waitFor();
      assert.equal(await counted.getByTestId("number").textContent(), "2");
      await page.getByRole("article", { name: "Question 2 is not shown" }).waitFor();
      await page.getByText(/Shared by olga/).waitFor();
      const told = await page.evaluate(() => document.documentElement.outerHTML);
      assert.doesNotMatch(told, /Engel|east/);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }

  it("goes on as a copy of the reader's own", async () => {
    const { page, context } = await enter("wendy", link);
    await page.getByRole("button", { name: "Continue from here" }).first().click();
    await page.waitForURL(/#\/c\//);
    await page.getByRole("article", { name: "How many orders are there?" }).waitFor();
    assert.equal(await page.getByTestId("number").first().textContent(), "2");
    await context.close();
  });

  it("opens nothing once its owner has ended it", async () => {
    const { page, context } = await enter("olga", product.url);
    await page.getByRole("link", { name: "How many orders are there?" }).first().click();
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: /^End the link made/ }).click();
    await page.getByRole("button", { name: /^End the link made/ }).waitFor({ state: "detached" });
    await context.close();

    const reader = await enter("wendy", link);
    await reader.page.getByRole("alert").getByText("This link opens nothing").waitFor();
    await reader.context.close();
  });
});
