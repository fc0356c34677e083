import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";
import { connect, openHost, render } from "./mcp-host/host-page.mjs";
import { serveHost } from "./mcp-host/serve.mjs";
import { call, launchProduct, serveProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const NUMBERS =
  "SELECT range AS number, 'row ' || range AS name, CASE WHEN range % 3 = 0 THEN NULL ELSE range * 1.5 END AS amount, '<img src=x onerror=alert(1)>' AS note FROM range(3500)";
const PICTURES =
  process.env.ALIDADE_PICTURES && fileURLToPath(new URL("../../docs/images/", import.meta.url));
const THEMES = ["light", "dark"];
let browser;
let addresses;
let demo;
let shop;
let folder;

/** A page in the host, closed whatever becomes of what is done with it; it must do nothing wrong. */
async function shown(server, toolCall, context, work) {
  const host = await openHost(browser, addresses, server);
  try {
    const result = await render(host, server, addresses, toolCall, context);
    await work(host, result);
    assert.deepEqual(host.faults, []);
  } finally {
    await host.context.close();
  }
}

async function picture({ page }, name) {
  if (PICTURES) {
    await mkdir(PICTURES, { recursive: true });
    await page.waitForTimeout(150);
    await page.locator("iframe").screenshot({ path: `${PICTURES}${name}.png` });
  }
}

const notes = ({ page }) => page.evaluate(() => window.host.notes());
const color = (locator) => locator.evaluate((found) => getComputedStyle(found).backgroundColor);

before(async () => {
  addresses = await serveHost();
  browser = await startBrowser();
  demo = await launchProduct();
  folder = await mkdtemp(join(tmpdir(), "alidade-apps-"));
  const database = join(folder, "orders.sqlite");
  await copyFile(new URL("mcp-host/orders.sqlite", import.meta.url), database);
  const configuration = join(folder, "alidade.yaml");
  await writeFile(
    configuration,
    `sources:\n  - { name: shop, engine: sqlite, path: ${database}, writable: true }\n`,
  );
  shop = await serveProduct(configuration);
  demo.server = await connect(demo);
  shop.server = await connect(shop);
}, LIMIT);

after(async () => {
  await demo?.server?.client.close();
  await shop?.server?.client.close();
  await browser?.close();
  await demo?.stop();
  await shop?.stop();
  await addresses?.stop();
  if (folder) {
    await rm(folder, { recursive: true, force: true });
  }
}, LIMIT);

for (const theme of THEMES) {
  describe(`the result table, ${theme}`, LIMIT, () => {
    const query = { name: "query", input: { source: "shop", sql: NUMBERS } };

    it("shows rows as text, sorts them and asks for more through the host", async () => {
      await shown(demo.server, query, { theme }, async (host, result) => {
        const { app } = host;
        const first = result.structuredContent.rows.length;
        await app.getByRole("cell", { name: "row 0", exact: true }).waitFor();
        assert.equal(await app.locator("img").count(), 0);
        assert.equal(await app.locator("td.number").first().innerText(), "0");
        assert.equal(await app.locator(".absent").first().innerText(), "null");
        await app
          .getByText(`First ${first.toLocaleString("en-US")} rows; there are more`)
          .waitFor();
        assert.ok((await app.locator("tbody tr").count()) < 60, "only the rows in sight are there");
        await picture(host, `app-table-${theme}`);
        await app.getByRole("button", { name: "number" }).click();
        await app.getByRole("button", { name: "number" }).click();
        await app.getByRole("cell", { name: `row ${first - 1}`, exact: true }).waitFor();
        await app.getByText(/sorted among these/).waitFor();
        await app.getByRole("button", { name: "More rows" }).click();
        await app.getByText(`First ${(2 * first).toLocaleString("en-US")} rows`).waitFor();
        const { calls } = await notes(host);
        assert.equal(calls[0].name, "query");
        assert.equal(calls[0].arguments.cursor, result.structuredContent.cursor);
        assert.equal(calls[0].arguments.sql, NUMBERS);
        for (let more = 3; more <= 4; more++) {
          await app.getByRole("button", { name: "More rows" }).click();
        }
        await app.getByText("3,500 rows", { exact: true }).waitFor();
        await app.locator(".scroller").evaluate((scroller) => scroller.scrollTo(0, 1e6));
        await app.getByRole("cell", { name: "row 0", exact: true }).waitFor();
      });
    });

    it("takes over the host's colors and room, also when they change", async () => {
      await shown(demo.server, query, { theme }, async (host) => {
        const { app, page } = host;
        const page_ = app.locator("html");
        await app.locator("tbody tr").first().waitFor();
        const [own, other] = ["rgb(255, 255, 255)", "rgb(38, 38, 36)"];
        assert.equal(await color(page_), theme === "light" ? own : other);
        const turned = theme === "light" ? "dark" : "light";
        await page.evaluate((next) => {
          window.host.changeContext({ theme: next, containerDimensions: { maxHeight: 300 } });
        }, turned);
        await page.waitForFunction(() => window.host.notes().sizes.at(-1) <= 300);
        assert.equal(await color(page_), turned === "light" ? own : other);
      });
    });
  });

  describe(`the chart, ${theme}`, LIMIT, () => {
    const ask = { name: "ask", input: { question: "total revenue by category" } };

    it("draws the answer, tells its values and switches to the table", async () => {
      await shown(demo.server, ask, { theme }, async (host, result) => {
        const { app, page } = host;
        const { rows, chart } = result.structuredContent;
        assert.equal(chart.kind, "bar");
        const plot = app.getByRole("application");
        await plot.waitFor();
        assert.match(await plot.getAttribute("aria-label"), /bar chart of .+ Highest: /);
        assert.equal(await app.locator("rect.fill").count(), rows.length);
        await plot.press("ArrowRight");
        await plot.press("ArrowRight");
        assert.match(await app.locator(".tooltip").innerText(), new RegExp(String(rows[1][0])));
        await picture(host, `app-chart-${theme}`);
        await plot.press("Escape");
        assert.equal(await app.locator(".tooltip").isVisible(), false);
        await plot.hover({ position: { x: 300, y: 100 } });
        assert.equal(await app.locator(".tooltip").isVisible(), true);
        await app.getByRole("button", { name: "Table" }).click();
        await app.getByRole("cell", { name: String(rows[0][0]), exact: true }).waitFor();
        assert.equal(await app.locator("rect.fill").count(), 0);
        assert.ok((await notes(host)).sizes.length > 0);
        assert.deepEqual(await page.evaluate(() => window.host.teardown()), {});
      });
    });

    it("draws lines over time, and switches series off", async () => {
      const months = Array.from({ length: 24 }, (_, index) => [
        `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
        1200 + index * 40 + (index % 5) * 90,
        index === 7 ? null : 800 + index * 25,
      ]);
      const fields = {
        question: "revenue and cost by month",
        columns: [
          { name: "month", type: "date" },
          { name: "revenue", type: "decimal" },
          { name: "cost", type: "decimal" },
        ],
        rows: months,
        truncated: false,
        chart: {
          kind: "line",
          title: "Revenue and cost",
          x: { column: "month", label: "month" },
          y: [
            { column: "revenue", label: "revenue" },
            { column: "cost", label: "cost" },
          ],
          reason: "values over time",
        },
      };
      const result = { content: [{ type: "text", text: "-" }], structuredContent: fields };
      await shown(demo.server, { ...ask, result }, { theme }, async (host) => {
        const { app } = host;
        await app.locator("path.line").nth(1).waitFor();
        await app.getByRole("button", { name: "cost" }).click();
        assert.equal(await app.locator("path.line").count(), 1);
        await app.getByRole("button", { name: "revenue" }).click();
        assert.equal(await app.locator("path.line").count(), 1, "the last series stays");
      });
    });
  });

  describe(`the approval of a write, ${theme}`, LIMIT, () => {
    const sql = `UPDATE orders SET status = 'sent ${theme}' WHERE status <> 'sent ${theme}' AND id < 4`;
    const write = { name: "run_write", input: { source: "shop", sql } };

    it("shows what would happen and who decides, and what became of it", async () => {
      await shown(shop.server, write, { theme }, async (host, result) => {
        const { app } = host;
        const { approval } = result.structuredContent.approval;
        await app.getByRole("heading", { name: "3 rows of orders" }).waitFor();
        await app.getByText("Waits for approval").waitFor();
        assert.match(await app.locator("pre").innerText(), /UPDATE orders/);
        assert.equal(await app.locator("ins").first().innerText(), `sent ${theme}`);
        await app.getByRole("cell", { name: "<b>Süd</b> & Co" }).waitFor();
        await app.getByRole("cell", { name: "120.5", exact: true }).waitFor();
        await app.getByText(/A person decides on a write/).waitFor();
        await app.getByText(`alidade approve ${approval}`).waitFor();
        assert.equal(await app.getByRole("button", { name: "Approve" }).count(), 0);
        await picture(host, `app-approval-${theme}`);
        await app.getByRole("button", { name: "Refresh" }).click();
        await app.getByText("Up to date.").waitFor();
        await call(shop, "approve", { approval });
        await app.getByRole("button", { name: "Refresh" }).click();
        await app.getByText("Done by local.").waitFor();
        const { calls, informed } = await notes(host);
        assert.deepEqual(
          calls.map((each) => each.name),
          ["show_approval", "show_approval"],
        );
        assert.deepEqual(informed, [`The write ${approval} is done now.`]);
      });
    });
  });
}

describe("a page", LIMIT, () => {
  it("says what went wrong, and that a call was cancelled", async () => {
    const query = { name: "query", input: { source: "shop", sql: "SELECT nothing FROM orders" } };
    await shown(demo.server, query, {}, async ({ app, page }) => {
      await app.getByText(/COLUMN_NOT_FOUND.*nothing/).waitFor();
      await page.evaluate(() => window.host.cancel("You stopped it."));
      await app.getByText("You stopped it.").waitFor();
    });
  });

  it("lets a person decide where the server lets them", async () => {
    const preview = {
      table: "orders",
      rows_touched: 1,
      columns: [{ name: "id", type: "integer" }],
      rows: [[1]],
      sql: "DELETE FROM orders WHERE id = 1",
      tables: ["orders"],
    };
    const approval = {
      approval: "apr_none",
      state: "pending",
      proposed_by: "wendy",
      door: "rest",
      source: "shop",
      preview,
      proposed_at: "2026-01-01T10:00:00Z",
      expires_at: "2026-01-02T10:00:00Z",
    };
    const fields = { state: "waiting", rows_touched: 1, approval };
    const result = { content: [{ type: "text", text: "-" }], structuredContent: fields };
    const show = { name: "run_write", input: { source: "shop", sql: preview.sql }, result };
    await shown(shop.server, show, {}, async (host) => {
      await host.app.getByRole("button", { name: "Approve" }).click();
      await host.app.getByText(/No approval `apr_none`/).waitFor();
      await host.app.getByRole("button", { name: "Refuse" }).click();
      await host.app.getByText(/No approval `apr_none`/).waitFor();
      const { calls } = await notes(host);
      assert.deepEqual(
        calls.map((each) => each.name),
        ["approve", "refuse"],
      );
    });
  });

  it("is told that it cannot ask for more where the host has no tools for pages", async () => {
    const query = { name: "query", input: { source: "shop", sql: NUMBERS }, tools: false };
    await shown(demo.server, query, {}, async ({ app }) => {
      await app.getByRole("button", { name: "More rows" }).click();
      await app.getByText(/does not let its pages call the server/).waitFor();
    });
  });

  it("is named only to clients that show pages", async () => {
    const { tools } = demo.server;
    assert.equal(tools.get("query")._meta.ui.resourceUri, "ui://alidade/table");
    assert.equal(tools.get("ask")._meta.ui.resourceUri, "ui://alidade/chart");
    assert.equal(tools.get("list_sources")._meta, undefined);
    const plain = await connect(demo, {});
    assert.equal(plain.tools.get("query")._meta, undefined);
    await plain.client.close();
  });
});
