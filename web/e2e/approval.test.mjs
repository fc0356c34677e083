import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { violations } from "./axe.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { serveProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const KEY = "the-key-of-wendys-agent";
const PASSWORD = "correct horse battery";
const PICTURES =
  process.env.ALIDADE_PICTURES && fileURLToPath(new URL("../../docs/images/", import.meta.url));
const WRITE = {
  name: "run_write",
  arguments: { source: "shop", sql: "UPDATE orders SET status = 'sent' WHERE status = 'open'" },
};
let browser;
let product;
let folder;

const configuration = (database) => `
sources:
  - { name: shop, engine: sqlite, path: ${database}, writable: true }
roles:
  - { name: clerk, rights: [read, write] }
  - { name: chief, rights: [read, define] }
  - { name: reader, rights: [read] }
callers:
  - { name: wendy, roles: [clerk], api-key: ${KEY} }
  - { name: ada, roles: [chief], password: ${PASSWORD} }
  - { name: eve, roles: [reader], password: ${PASSWORD} }
`;

/** A model's client whose person is told an address; what it was sent is kept. */
async function connect(versionNegotiation) {
  const client = new Client(
    { name: "alidade-test-client", version: "1.0.0" },
    {
      capabilities: { elicitation: { url: {} } },
      ...(versionNegotiation && { versionNegotiation }),
    },
  );
  const sent = [];
  const told = [];
  client.setRequestHandler("elicitation/create", ({ params }) => {
    sent.push(params);
    return { action: "accept" };
  });
  client.setNotificationHandler("notifications/elicitation/complete", ({ params }) => {
    told.push(params.elicitationId);
  });
  const transport = new StreamableHTTPClientTransport(new URL("mcp", product.url), {
    requestInit: { headers: { Authorization: `Bearer ${KEY}` } },
  });
  await client.connect(transport);
  return { client, sent, told };
}

/** The address that the client's person is sent to, while the call waits. */
async function address({ sent }) {
  while (sent.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return sent[0].url;
}

/** The page at that address, as somebody who signs in there. */
async function visit(url, name, options) {
  const opened = await openPage(browser, url, options, (page) =>
    page.getByRole("form", { name: "Sign in" }),
  );
  const form = opened.page.getByRole("form", { name: "Sign in" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await opened.page.keyboard.press("Enter");
  return opened;
}

async function picture(page, name) {
  if (PICTURES) {
    await mkdir(PICTURES, { recursive: true });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${PICTURES}${name}.png` });
  }
}

const text = ({ content }) => content[0].text;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "alidade-approval-"));
  const database = join(folder, "orders.sqlite");
  await copyFile(new URL("mcp-host/orders.sqlite", import.meta.url), database);
  const file = join(folder, "alidade.yaml");
  await writeFile(file, configuration(database));
  product = await serveProduct(file);
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
  if (folder) {
    await rm(folder, { recursive: true, force: true });
  }
}, LIMIT);

describe("a write of a model", LIMIT, () => {
  it("is refused on the page, with a reason, by somebody who may", async () => {
    const model = await connect({ mode: { pin: "2026-07-28" } });
    const called = model.client.callTool(WRITE, { timeout: 300_000 });
    const url = await address(model);
    assert.match(url, /^http:\/\/localhost:\d+\/#\/approvals\/apr_[\w-]+$/);

    const stranger = await visit(url, "eve");
    await stranger.page.getByText("There is no such write for you here").waitFor();
    assert.deepEqual(stranger.faults, []);
    await stranger.context.close();

    for (const options of [
      { colorScheme: "dark" },
      { colorScheme: "light", viewport: { width: 390, height: 844 } },
    ]) {
      const { context, page } = await visit(url, "ada", options);
      await page.getByRole("button", { name: /^Approve/ }).waitFor();
      assert.deepEqual(await violations(page), []);
      await context.close();
    }

    const { context, page, faults } = await visit(url, "ada", { colorScheme: "light" });
    await page.getByRole("button", { name: /^Refuse/ }).press("Enter");
    await page.getByRole("textbox", { name: /^Why not/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.type("the quarter is closed");
    await page.getByRole("button", { name: "Refuse", exact: true }).click();
    await page.getByTestId("outcome").getByText("the quarter is closed").waitFor();
    const result = text(await called);
    assert.match(result, /^state: refused\n/);
    assert.match(result, /note: the quarter is closed/);
    assert.equal(model.sent.length, 1, "its person is asked once");
    assert.deepEqual(faults, []);
    await context.close();
    await model.client.close();
  });

  it("is approved on the page, and the call that waited tells what was done", async () => {
    const model = await connect();
    const called = model.client.callTool(WRITE, { timeout: 300_000 });
    const url = await address(model);

    const { context, page, faults } = await visit(url, "ada", { colorScheme: "light" });
    await page.getByRole("heading", { name: /^Change \d+ rows of orders$/ }).waitFor();
    await page.getByText("a model, acting for wendy").waitFor();
    await page.locator("td ins").first().getByText("sent").waitFor();
    await picture(page, "approval-page-light");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: /^Approve, and change/ }).press("Enter");
    await page.getByTestId("outcome").getByText("Approved by ada").waitFor();
    await page.getByRole("status").getByText("A model that still waits is told.").waitFor();

    assert.match(text(await called), /^state: done\n/);
    assert.deepEqual(model.told, [model.sent[0].elicitationId]);
    const left = {
      source: "shop",
      sql: "SELECT count(*) AS open FROM orders WHERE status = 'open'",
    };
    assert.match(text(await model.client.callTool({ name: "query", arguments: left })), /^open\n0/);
    assert.deepEqual(faults, []);
    await context.close();
    await model.client.close();
  });
});
