import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const QUESTION = "How many orders are there?";
let browser;
let product;

async function take(page, words) {
  await page.keyboard.press("ControlOrMeta+k");
  const box = page.getByRole("combobox", { name: "Go to or do" });
  await box.fill(words);
  await page.keyboard.press("Enter");
  await box.waitFor({ state: "detached" });
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("the palette", LIMIT, () => {
  it("does what can be done with the answer, the conversation and the statement", async () => {
    const { page, context, faults } = await openPage(browser, product.url);
    await page.getByRole("textbox", { name: "Your question" }).fill(QUESTION);
    await page.keyboard.press("Enter");
    await page.getByTestId("number").waitFor();

    await take(page, "export this");
    await page
      .getByRole("dialog", { name: "Export" })
      .getByRole("button", { name: /^CSV/ })
      .waitFor();
    await page.keyboard.press("Escape");
    await take(page, "share this");
    await page.getByRole("dialog", { name: "Share this conversation" }).waitFor();
    await page.keyboard.press("Escape");
    await take(page, "show the keys");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await take(page, "dark theme");
    await page.locator("html[data-theme=dark]").waitFor();

    await take(page, "open the sql");
    await page.getByRole("button", { name: "Format" }).waitFor();
    await take(page, "run the statement");
    await page.getByRole("grid").first().waitFor();
    await take(page, "format the sql");
    await page
      .getByRole("textbox", { name: "SQL" })
      .getByText(/^\s*count/)
      .first()
      .waitFor();
    await take(page, "explain the");
    await page.getByRole("tab", { name: /^Plan/ }).first().waitFor();

    await take(page, "new question");
    await page.getByRole("heading", { name: /like to know/ }).waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Go to or do" }).fill("export this");
    assert.equal(await page.getByRole("option", { name: "Export this answer" }).count(), 0);
    assert.deepEqual(faults, []);
    await context.close();
  });
});
