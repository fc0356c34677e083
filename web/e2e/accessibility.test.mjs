import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct } from "./product.mjs";
import { QUESTIONS } from "./questions.mjs";

const LIMIT = { timeout: 600_000 };
const SIGHTS = [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "phone", options: { colorScheme: "light", viewport: { width: 390, height: 844 } } },
];
let browser;
let product;

async function ask(page, question) {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
  const turn = page.getByRole("article", { name: question, exact: true }).last();
  await turn.locator("[data-status], [role=alert]").first().waitFor();
  return turn;
}

async function runSql(turn, sql) {
  const editor = turn.getByRole("textbox", { name: "SQL" });
  await editor.click();
  await editor.page().keyboard.press("ControlOrMeta+a");
  await editor.page().keyboard.insertText(sql);
  await editor.page().keyboard.press("ControlOrMeta+Enter");
}

before(async () => {
  product = await openProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("axe", LIMIT, () => {
  it("finds what is wrong", async () => {
    const { context, page } = await openPage(browser, product.url);
    await page.evaluate(() => {
      document.querySelector("main").append(document.createElement("img"));
    });
    assert.match((await violations(page)).join(), /image-alt/);
    await context.close();
  });
});

for (const { name, options } of SIGHTS) {
  describe(`axe finds nothing, ${name}`, LIMIT, () => {
    let context;
    let page;
    let turn;

    before(async () => {
      ({ context, page } = await openPage(browser, product.url, options));
    });

    after(() => context.close());

    it("on the first page", async () => {
      await page.getByTestId("suggestion").first().waitFor();
      assert.deepEqual(await violations(page), []);
    });

    it("on an answer with its chart, table and what it rests on", async () => {
      turn = await ask(page, QUESTIONS.table);
      await turn.locator(".js-plotly-plot .main-svg").first().waitFor();
      await turn.getByRole("button", { name: /What this rests on/ }).click();
      assert.deepEqual(await violations(page), []);
    });

    it("on the formats to export it in, and on a file that is written", async () => {
      await turn.getByRole("button", { name: "Export" }).click();
      await page.getByRole("dialog", { name: "Export" }).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.getByRole("button", { name: /^Excel/ }).click();
      await page.getByRole("link", { name: /^Download/ }).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
    });

    it("on its SQL, with rows and with an error", async () => {
      await turn.getByRole("button", { name: /^SQL/ }).click();
      await runSql(turn, "SELECT * FROM products ORDER BY product_id LIMIT 2");
      await turn.getByRole("region", { name: "Rows of the query" }).last().waitFor();
      assert.deepEqual(await violations(page), []);
      await runSql(turn, QUESTIONS.failing);
      await turn.getByRole("alert").waitFor();
      assert.deepEqual(await violations(page), []);
    });

    it("on a question that it did not understand", async () => {
      await ask(page, QUESTIONS.senseless);
      assert.deepEqual(await violations(page), []);
    });

    it("on the keys", async () => {
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
    });

    it("on the workbench: rows, an error, a plan, steps, a difference, history", async () => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      const bench = await context.newPage();
      await bench.goto(`${product.url}#/workbench`);
      const editor = bench.getByRole("textbox", { name: "SQL" });
      await editor.waitFor();
      assert.deepEqual(await violations(bench), []);
      const run = async (sql) => {
        await editor.click();
        await bench.keyboard.press("ControlOrMeta+a");
        await bench.keyboard.insertText(sql);
        await bench.keyboard.press("ControlOrMeta+Enter");
      };
      await run("SELECT * FROM products WHERE product_id < $least");
      await bench.getByLabel("Type of least").selectOption("integer");
      await bench.getByRole("spinbutton", { name: "least" }).fill("5");
      await bench.keyboard.press("Enter");
      await bench.getByRole("grid").waitFor();
      assert.deepEqual(await violations(bench), []);
      await run(QUESTIONS.failing);
      await bench.getByRole("alert").waitFor();
      assert.deepEqual(await violations(bench), []);
      await run("SELECT status, count(*) FROM orders GROUP BY status");
      await bench.getByRole("grid").waitFor();
      await bench.getByRole("button", { name: "Plan", exact: true }).click();
      const plan = bench.getByTestId("plan");
      await plan.getByRole("button", { name: "Run and measure" }).click();
      await plan.getByText("Slowest step").waitFor();
      assert.deepEqual(await violations(bench), []);
      await bench.getByRole("button", { name: "Steps", exact: true }).click();
      await bench.getByTestId("steps").getByRole("button").first().click();
      await bench.getByRole("grid", { name: "Rows of the step" }).waitFor();
      assert.deepEqual(await violations(bench), []);
      await run("SELECT status, 'x' AS word FROM orders GROUP BY status");
      await bench.getByRole("button", { name: "Compare", exact: true }).click();
      await bench.getByTestId("difference").getByRole("status").waitFor();
      assert.deepEqual(await violations(bench), []);
      await bench.getByRole("button", { name: "Save", exact: true }).click();
      await bench.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(bench), []);
      await bench.keyboard.press("Escape");
      if (name === "phone") {
        await bench.getByRole("button", { name: "Tables, saved queries and history" }).click();
      }
      await bench.getByRole("tab", { name: "History", exact: true }).click();
      await bench.getByRole("list", { name: "History" }).getByRole("button").first().waitFor();
      assert.deepEqual(await violations(bench), []);
      await context.close();
    });

    it("on sources, a source with its diagram, a table, and the form of a new one", async () => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      const explore = await context.newPage();
      await explore.goto(`${product.url}#/explore`);
      await explore.getByRole("article").first().waitFor();
      assert.deepEqual(await violations(explore), []);
      await explore.getByRole("button", { name: "Add a source" }).click();
      await explore.getByTestId("files").waitFor({ state: "attached" });
      assert.deepEqual(await violations(explore), []);
      await explore.getByRole("tab", { name: "Database" }).click();
      await explore.getByLabel("Name").fill("1 2");
      await explore.getByRole("button", { name: "Try and add" }).click();
      await explore.getByText("must be a letter").waitFor();
      assert.deepEqual(await violations(explore), []);
      await explore.goto(`${product.url}#/explore/shop`);
      await explore.reload();
      await explore.getByRole("group", { name: /hang together/ }).waitFor();
      assert.deepEqual(await violations(explore), []);
      await explore.goto(`${product.url}#/explore/shop/orders`);
      await explore.getByRole("grid").waitFor();
      await explore.getByText("none missing").first().waitFor();
      assert.deepEqual(await violations(explore), []);
      await context.close();
    });

    it("on the first steps, all of them and the next", async () => {
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox", { name: "Go to or do" }).fill("first steps");
      await page.keyboard.press("Enter");
      const steps = page.getByRole("region", { name: "First steps" });
      await steps.getByRole("list").waitFor();
      assert.deepEqual(await violations(page), []);
      await steps.getByRole("button", { name: "All steps" }).click();
      assert.deepEqual(await violations(page), []);
      await steps.getByRole("button", { name: "Hide the first steps" }).click();
    });

    it("on the palette", async () => {
      await page.keyboard.press("ControlOrMeta+k");
      const palette = page.getByRole("dialog", { name: "Go to" });
      await palette.getByRole("option", { name: /^products/ }).waitFor();
      assert.deepEqual(await violations(page), []);
      await palette.getByRole("combobox").fill("zzzz");
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
    });

    it("on the schema with a table opened", async () => {
      const drawer = page.getByRole("button", { name: "Schema" });
      if (name === "phone") {
        await drawer.click();
      }
      const schema = page.getByRole(name === "phone" ? "dialog" : "region", { name: "Schema" });
      await schema.getByRole("button", { name: /^products/ }).click();
      assert.deepEqual(await violations(page), []);
      await schema.getByRole("button", { name: "Preview" }).last().click();
      await page.getByRole("dialog", { name: "products" }).getByRole("grid").waitFor();
      assert.deepEqual(await violations(page), []);
    });
  });
}
