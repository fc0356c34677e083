import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { goldenCases } from "./golden.mjs";
import { openProduct } from "./product.mjs";

const LIMIT = { timeout: 1_200_000 };
const QUESTION = "Revenue per category and month in 2025";
const cases = await goldenCases();
let browser;
let product;

/** The last answer of the conversation on the page. */
const lastOf = (page) => page.locator("[data-turn=done]").last();
const drawn = (turn) => turn.locator(".js-plotly-plot .main-svg").first();
const tool = (page, name) => page.getByRole("button", { name, exact: true }).last();

const kindButton = (page) => page.getByRole("button", { name: /^Kind of chart/ }).last();

async function say(page, words) {
  const turns = await page.locator("[data-turn=done]").count();
  await page.getByRole("textbox", { name: "Your question" }).fill(words);
  await page.keyboard.press("Enter");
  await page.locator("[data-turn=done]").nth(turns).waitFor();
}

async function chooseKind(page, kind) {
  await kindButton(page).click();
  await page.locator(`[data-kind-choice=${kind}]`).click();
  await lastOf(page).locator(`[data-kind=${kind}]`).waitFor();
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("charts in the page", LIMIT, () => {
  describe("of every kind", () => {
    let context;
    let page;
    let faults;
    let rows;

    before(async () => {
      ({ context, page, faults } = await openPage(browser, product.url));
      // What is asked is answered with the rows of a golden case; the chart is the server's own.
      await page.route("**/api/v1/ask", async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        const body = text.replace(/(event: ?result\ndata: ?)(.*)/, (_, head, data) => {
          const answer = JSON.parse(data);
          return head + JSON.stringify({ ...answer, ...rows });
        });
        await route.fulfill({ response, body });
      });
    });

    after(() => context.close());

    for (const { kind, columns, rows: cells } of cases) {
      it(`draws ${kind} without a complaint of the browser`, async () => {
        const { chart } = await (
          await fetch(`${product.url}api/v1/draw_rows`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ columns, rows: cells, kind }),
          })
        ).json();
        rows = { columns, rows: cells, chart };
        await say(page, "How many orders are there for each status?");
        const turn = lastOf(page);
        await turn.locator(`[data-kind=${kind}] .js-plotly-plot .main-svg`).first().waitFor();
        assert.deepEqual(faults, []);
      });
    }
  });

  describe("that somebody changes", () => {
    let context;
    let page;
    let faults;

    before(async () => {
      ({ context, page, faults } = await openPage(browser, product.url));
      await say(page, QUESTION);
      await drawn(lastOf(page)).waitFor();
    });

    after(() => context.close());

    it("offers the kinds that fit first, and says what others lack", async () => {
      await kindButton(page).click();
      const choices = page.locator("[data-kind-choice]");
      await choices.first().waitFor();
      assert.equal(await choices.count(), cases.length);
      assert.equal(await choices.first().getAttribute("aria-disabled"), "false");
      assert.match(await page.locator("[data-kind-choice=candlestick]").textContent(), /It needs /);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
    });

    it("changes the kind, a column and the theme, and takes it back", async () => {
      await chooseKind(page, "heatmap");
      await chooseKind(page, "bar");
      await tool(page, "Columns").click();
      await page.getByRole("combobox", { name: "A small chart for each" }).selectOption("category");
      await page.locator(".js-plotly-plot .x2y2").first().waitFor();
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      await tool(page, "Look").click();
      await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
      const ground = page.locator(".js-plotly-plot .main-svg").first();
      await page.waitForFunction(
        (svg) => svg.style.background.includes("20, 21, 20"),
        await ground.elementHandle(),
      );
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      await tool(page, "Undo").click();
      await page.waitForFunction(
        () => !document.querySelector(".main-svg").style.background.includes("20, 21, 20"),
      );
    });

    it("shows the changed chart when the conversation is opened again", async () => {
      const kept = page.waitForResponse((response) => response.url().endsWith("change_chart"));
      await chooseKind(page, "area");
      assert.ok((await kept).ok());
      await page.reload();
      await lastOf(page).locator("[data-kind=area]").waitFor();
    });

    it("is changed by words, without a new query", async () => {
      await say(page, "as bars, stacked to 100 %");
      await lastOf(page).locator("[data-kind=bar]").waitFor();
      await say(page, "dark");
      assert.match(await lastOf(page).textContent(), /Revenue|revenue/);
      assert.deepEqual(faults, []);
    });
  });
});
