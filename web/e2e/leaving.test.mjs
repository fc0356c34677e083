import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const FIRST = "How many orders are there?";
const SECOND = "How many customers are there?";
let browser;
let product;

const box = (page) => page.getByRole("textbox", { name: "Your question" });
const link = (page, name) =>
  page.getByRole("navigation", { name: "Main pages" }).getByRole("link", { name });

/** Holds questions back until it is told to let them go. */
async function holding(page) {
  let letGo;
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  await page.route("**/api/v1/ask", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

async function ask(page, question) {
  await box(page).fill(question);
  await page.keyboard.press("Enter");
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("leaving a conversation", LIMIT, () => {
  it("does not end its question, and leads back to it", async () => {
    const { page, context, faults } = await openPage(browser, product.url);
    const letGo = await holding(page);
    await ask(page, FIRST);
    await page.locator("[data-turn=asking]").waitFor();
    await link(page, "Workbench").click();
    await page.getByRole("tab", { name: "Tables" }).first().waitFor();
    await link(page, "Ask").click();
    await page.locator("[data-turn=asking]").waitFor();
    await link(page, "Explore").click();
    await page.getByRole("heading", { name: "Your sources" }).waitFor();
    letGo();
    await page.getByRole("link", { name: "Ask" }).and(page.locator("[href*='#/c/']")).waitFor();
    await link(page, "Ask").click();
    await page.getByRole("article", { name: FIRST }).getByTestId("number").waitFor();
    const address = page.url();
    assert.match(address, /#\/c\//);
    await link(page, "Explore").click();
    await page.getByRole("heading", { name: "Your sources" }).waitFor();
    await link(page, "Ask").click();
    await page.getByRole("article", { name: FIRST }).getByTestId("number").waitFor();
    assert.equal(page.url(), address);
    await link(page, "Ask").click();
    await page.getByRole("heading", { name: /like to know/ }).waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  it("keeps what was typed, and finds the answer by going back too", async () => {
    const { page, context, faults } = await openPage(browser, product.url);
    const letGo = await holding(page);
    await ask(page, FIRST);
    await page.locator("[data-turn=asking]").waitFor();
    await box(page).fill("and per region");
    await link(page, "Workbench").click();
    await page.getByRole("tab", { name: "Tables" }).first().waitFor();
    letGo();
    await page.getByRole("link", { name: "Ask" }).and(page.locator("[href*='#/c/']")).waitFor();
    await page.goBack();
    await page.getByRole("article", { name: FIRST }).getByTestId("number").waitFor();
    assert.match(page.url(), /#\/c\//);
    assert.equal(await box(page).inputValue(), "and per region");
    assert.deepEqual(faults, []);
    await context.close();
  });

  it("for another conversation lets both go on", async () => {
    const { page, context, faults } = await openPage(browser, product.url);
    await ask(page, FIRST);
    await page.getByRole("article", { name: FIRST }).getByTestId("number").waitFor();
    const letGo = await holding(page);
    await ask(page, SECOND);
    await page.locator("[data-turn=asking]").waitFor();
    await page.getByRole("button", { name: "New question" }).click();
    await page.getByRole("heading", { name: /like to know/ }).waitFor();
    await page.getByRole("link", { name: FIRST }).first().click();
    await page.locator("[data-turn=asking]").waitFor();
    await page.getByRole("button", { name: "New question" }).click();
    letGo();
    await ask(page, "How many products are there?");
    await page.getByRole("article").last().getByTestId("number").waitFor();
    await page.getByRole("link", { name: FIRST }).first().click();
    await page.getByRole("article", { name: SECOND }).getByTestId("number").waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });
});
