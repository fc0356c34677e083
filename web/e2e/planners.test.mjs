import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { violations } from "./axe.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { serveProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const ORDERS = "order_id,region,amount\n1,west,10\n2,west,20\n3,east,30\n";
const QUESTION = "How many orders are there?";
const LOST = "How many frobnicators are there?";
const counting = { kind: "aggregate", function: "count" };
const column = (name) => ({ kind: "column", table: "orders", column: name });
const PLANS = {
  [QUESTION]: { outputs: [{ expression: column("amount") }] },
  [LOST]: { outputs: [{ expression: counting }] },
};
let folder;
let provider;
let browser;
let product;

/** A model that speaks as OpenAI's do, and plans each question as it was told to. */
async function startProvider() {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) {
      body += piece;
    }
    const question = Object.keys(PLANS).find((each) => body.includes(each));
    const plan = { kind: "select", tables: [{ table: "orders" }], ...PLANS[question] };
    const content = JSON.stringify({ plans: [{ plan, confidence: 0.9 }] });
    const chunk = (delta, reason) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.end(`${chunk({ content }, null)}${chunk({}, "stop")}data: [DONE]\n\n`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const last = (page) => page.getByRole("article").last();

async function ask(page, question) {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
  await last(page).locator("[data-status]").waitFor();
}

async function another(page, name) {
  await last(page).getByRole("button", { name: "Another planner" }).click();
  await page.getByRole("menuitem", { name }).click();
  await last(page)
    .getByRole("heading", { name: new RegExp(`Answer by .*${name}`, "i") })
    .last()
    .waitFor();
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "alidade-planners-"));
  provider = await startProvider();
  await writeFile(join(folder, "orders.csv"), ORDERS);
  await writeFile(
    join(folder, "alidade.yaml"),
    `sources: [{ name: sales, engine: duckdb, files: [orders.csv] }]
models: [{ name: helper, provider: openai, model: m, base-url: "http://127.0.0.1:${provider.address().port}/v1" }]
`,
  );
  product = await serveProduct(join(folder, "alidade.yaml"));
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
  provider?.close();
  await rm(folder, { recursive: true, force: true });
}, LIMIT);

describe("another planner", LIMIT, () => {
  for (const [name, options] of [
    ["wide", {}],
    ["phone, dark", { colorScheme: "dark", viewport: { width: 390, height: 844 } }],
  ]) {
    it(`answers the same question again, beside what was answered, ${name}`, async () => {
      const { page, context, faults } = await openPage(browser, product.url, options);
      await ask(page, QUESTION);
      assert.equal(await last(page).getByTestId("number").textContent(), "3");
      await another(page, "helper");
      await last(page).getByText("Other rows than the answer before").waitFor();
      assert.equal(await page.getByRole("article").count(), 1);
      assert.equal(await last(page).locator("[data-trust=model]").count(), 1);
      await last(page)
        .getByRole("button", { name: /What this rests on/ })
        .click();
      await last(page).getByText("Planned by").waitFor();
      await last(page)
        .getByRole("button", { name: /^Answer by Built-in planner/ })
        .click();
      assert.equal(await last(page).getByTestId("number").textContent(), "3");
      assert.deepEqual(await violations(page), []);

      await another(page, "Built-in");
      await page.reload();
      await last(page).getByTestId("version").waitFor();
      assert.equal(await page.getByRole("article").count(), 1);
      assert.equal(
        await last(page)
          .getByRole("button", { name: /^Answer by/ })
          .count(),
        2,
      );
      await ask(page, "by region");
      await page.getByRole("article").nth(1).waitFor();
      assert.deepEqual(faults, []);
      await context.close();
    });
  }

  it("is asked what the built-in one did not understand", async () => {
    const { page, context, faults } = await openPage(browser, product.url);
    // Without being named the model is asked too where the built-in planner is not sure.
    await ask(page, LOST);
    assert.equal(await last(page).locator("[data-trust=model]").count(), 1);
    await another(page, "Built-in");
    await last(page).locator("[data-status=abstain]").waitFor();
    assert.deepEqual(await violations(page), []);
    await another(page, "helper");
    await last(page).locator("[data-status=answered]").waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });
});
