import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const PHONE = { colorScheme: "dark", viewport: { width: 390, height: 844 } };
let browser;
let product;

const steps = (page) => page.getByRole("region", { name: "First steps" });
const step = (page, name) => steps(page).locator(`[data-step=${name}]`);
const isDone = (page, name) => step(page, name).and(page.locator("[data-done=true]")).waitFor();
const showMe = (page, name) => step(page, name).getByRole("button", { name: "Show me" }).click();

async function all(page) {
  const more = steps(page).getByRole("button", { name: "All steps" });
  if ((await more.getAttribute("aria-expanded")) === "false") {
    await more.click();
  }
}

const pointed = (page) => page.locator(".tour-pointed").first().waitFor();
const focused = (page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
  );

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("the first steps", LIMIT, () => {
  for (const [name, options] of [
    ["wide", {}],
    ["phone", PHONE],
  ]) {
    it(`are ticked by doing them, and lead to their places, ${name}`, async () => {
      const { context, page, faults } = await openPage(browser, product.url, {
        ...options,
        guided: true,
      });
      await all(page);
      assert.equal(await steps(page).getByRole("button", { name: "Show me" }).count(), 5);
      assert.deepEqual(await violations(page), []);

      await showMe(page, "sql");
      await page.getByText("Ask a question first: its SQL is below the answer.").waitFor();
      assert.deepEqual(await violations(page), []);
      assert.equal(await focused(page), "Your question");
      await page.keyboard.type("How many orders are there for each month?");
      await page.keyboard.press("Enter");
      const answer = page.getByRole("article").first();
      await answer.locator(".js-plotly-plot .main-svg").first().waitFor();
      await all(page);
      await isDone(page, "ask");

      await showMe(page, "sql");
      await pointed(page);
      await page.waitForFunction(() => /^SQL/.test(document.activeElement?.textContent ?? ""));
      await page.keyboard.press("Enter");
      await all(page);
      await isDone(page, "sql");

      await page
        .getByRole("navigation", { name: "Main pages" })
        .getByRole("link", { name: "Workbench" })
        .click();
      await all(page);
      await showMe(page, "chart");
      await pointed(page);
      await answer.getByRole("button", { name: /^Kind of chart/ }).click();
      await page.locator("[data-kind-choice=area]").click();
      await answer.locator("[data-kind=area]").waitFor();
      await page.keyboard.press("Escape");
      await all(page);
      await isDone(page, "chart");

      await showMe(page, "data");
      await pointed(page);
      await page.getByRole("main").getByRole("link", { name: "shop", exact: true }).click();
      await page.locator("a[href='#/explore/shop/orders']").first().click();
      await all(page);
      await isDone(page, "data");
      assert.deepEqual(await violations(page), []);

      await showMe(page, "share");
      await pointed(page);
      await page.getByRole("article").first().getByRole("button", { name: "Export" }).click();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: /^CSV/ }).click();
      await download;
      await page.keyboard.press("Escape");
      await steps(page).getByText("That was all of it.").waitFor();
      assert.deepEqual(await violations(page), []);

      await steps(page).getByRole("button", { name: "Hide the first steps" }).click();
      await page.reload();
      await page.getByRole("article").first().waitFor();
      assert.equal(await steps(page).count(), 0);
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox", { name: "Go to or do" }).fill("first steps");
      await page.keyboard.press("Enter");
      await steps(page).getByText("0 of 5").waitFor();
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
});
