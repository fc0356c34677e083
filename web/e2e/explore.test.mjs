import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { openPage, startBrowser } from "./browser.mjs";
import { drop } from "./hands.mjs";
import { call, launchProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const SALES = ["sold_on,region,amount", "2025-01-01,north,10.5", "2025-01-02,south,20.25"];
// An SQLite file: boats, and trips that refer to them.
const LEGACY =
  "H4sIAAAAAAACA+2WsU7DMBCGz76ktANz1hupVLGwMhCqo1SEAq4HOqEUDESiCUq8MPJKPBZiYUFiwzFUKgNij/xJ99u+O+uf" +
  "Trr5RVZYQ7dVvcot7UEEQsABEQDgT6yRLqKNt4D/Qdi9FtvtZ9wHfHESCHQEK7eSJBHPE5svH4yti8fGC44Vp5pJp4cZk0/R" +
  "TnFD05nmCSs6V9PTVC3ohBcjWla5vdooKj5ixbMxz32pGVFZ3N3bZt0wzESvdX3ypr7Fi/xl6lN/m5b5ypDmSz38ns03wA8n" +
  "gUCgs/QlQnJmran7wt2OTV2V7fwjvgJ+4rs7AoFAJ4nR7fYD2ZPtii/jWEQwEPgFYNKb2AAMAAA=";
let folder;
let product;
let browser;
let page;
let faults;

async function open(hash, heading) {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "alidade-explore-"));
  await writeFile(join(folder, "legacy.sqlite"), gunzipSync(Buffer.from(LEGACY, "base64")));
  product = await launchProduct();
  browser = await startBrowser();
  ({ page, faults } = await openPage(browser, product.url));
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
}, LIMIT);

describe("the first run", LIMIT, () => {
  it("offers three ways to begin", async () => {
    const ways = page.getByRole("region", { name: "Bring your own data" });
    await ways.getByRole("button", { name: /^Drop a file/ }).waitFor();
    await ways.getByRole("button", { name: /^Connect a database/ }).waitFor();
    assert.equal(
      await ways.getByRole("link", { name: /^Try shop/ }).getAttribute("href"),
      "#/explore/shop",
    );
  });

  it("makes a source of a file that is dropped, and asks about it", async () => {
    await drop(page, { name: "sales.csv", text: SALES.join("\n") });
    const dialog = page.getByRole("dialog", { name: "Add a source" });
    await dialog.getByText("Sent").waitFor();
    assert.equal(await dialog.getByLabel("Name of the source").inputValue(), "sales");
    await dialog.getByRole("button", { name: "Add 1 file" }).click();
    const ready = page.getByRole("dialog", { name: "sales is ready" });
    await ready.getByTestId("first-question").first().click();
    const turn = page.getByRole("article").last();
    await turn.locator("[data-status=answered]").waitFor();
    assert.equal(new URL(page.url()).hash.startsWith("#/c/"), true);
    const [{ added }] = (await call(product, "list_sources", {})).sources.filter(
      ({ name }) => name === "sales",
    );
    assert.equal(added, true);
  });
});

describe("what is dropped and cannot be used", LIMIT, () => {
  it("says so at the file, and takes the others", async () => {
    await open("#/explore", "Your sources");
    await drop(
      page,
      { name: "empty.csv", text: "" },
      { name: "odd.csv", text: "a,b\n1,2\n1,2,3\n" },
      { name: "good.csv", text: "a,b\n1,2\n" },
    );
    const dialog = page.getByRole("dialog", { name: "Add a source" });
    await dialog.getByRole("alert").getByText("empty.csv is empty").waitFor();
    await dialog.getByLabel("Name of the source").fill("mixed");
    await dialog.getByRole("button", { name: "Add 2 files" }).click();
    await dialog.getByText("`odd.csv` line 3 has 3 columns").waitFor();
    await dialog.getByRole("button", { name: "Leave odd.csv out" }).click();
    await dialog.getByRole("button", { name: "Add 1 file" }).click();
    await page.getByRole("dialog", { name: "mixed is ready" }).waitFor();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("article", { name: "mixed" }).waitFor();
  });
});

describe("exploring", LIMIT, () => {
  it("leads from the sources to a table and on along its keys", async () => {
    await page.getByRole("link", { name: "shop", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "shop" }).waitFor();
    await page
      .getByRole("region", { name: "Tables" })
      .getByRole("link", { name: /^orders/ })
      .click();
    await page.getByRole("heading", { level: 1, name: "orders" }).waitFor();
    await page.getByRole("grid").waitFor();
    await page.getByText("none missing").first().waitFor();
    await page.getByRole("link", { name: "→ customers.customer_id" }).click();
    await page.getByRole("heading", { level: 1, name: "customers" }).waitFor();
  });

  it("shows how tables hang together, and is moved by keys", async () => {
    await open("#/explore/shop", "shop");
    const diagram = page.getByRole("group", { name: "How the tables of shop hang together" });
    const moved = diagram.locator("svg > g");
    await diagram.getByRole("link", { name: /^orders/ }).waitFor();
    const before = await moved.getAttribute("transform");
    await diagram.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("+");
    assert.notEqual(await moved.getAttribute("transform"), before);
    await page.keyboard.press("0");
    assert.equal(await moved.getAttribute("transform"), before);
    await diagram.getByRole("link", { name: /^stores/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "stores" }).waitFor();
  });

  it("goes on in the workbench and with a question", async () => {
    const workbench = await page.getByRole("link", { name: "Open in workbench" });
    assert.match(await workbench.getAttribute("href"), /^#\/workbench\?source=shop&sql=SELECT/);
    await page.getByRole("link", { name: "Ask about this" }).click();
    const box = page.getByRole("textbox", { name: "Your question" });
    await box.waitFor();
    await page.waitForFunction(
      () => document.querySelector("textarea")?.value === "How many stores are there?",
    );
  });

  it("says where there is no such table", async () => {
    await open("#/explore/shop/payroll", "There is no table payroll here that you may see.");
  });
});

describe("a database by its form", LIMIT, () => {
  it("is refused at the field that is wrong, and added when that is mended", async () => {
    await open("#/explore", "Your sources");
    await page.getByRole("button", { name: "Add a source" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a source" });
    await dialog.getByRole("tab", { name: "Database" }).click();
    await dialog.getByLabel("Kind of database").selectOption("sqlite");
    await dialog.getByLabel("Name").fill("shop");
    await dialog.getByLabel("Path").fill(join(folder, "legasy.sqlite"));
    await dialog.getByRole("button", { name: "Try and add" }).click();
    await dialog.getByText("is the name of a source in the configuration").waitFor();
    assert.equal(
      await dialog.getByLabel("Name").evaluate((field) => field === document.activeElement),
      true,
    );
    await dialog.getByLabel("Name").fill("legacy");
    await dialog.getByRole("button", { name: "Try and add" }).click();
    await dialog.getByText("correct its `path`").waitFor();
    assert.equal(await dialog.getByLabel("Path").getAttribute("aria-invalid"), "true");
    await dialog.getByLabel("Path").fill(join(folder, "legacy.sqlite"));
    await dialog.getByRole("button", { name: "Try and add" }).click();
    const ready = page.getByRole("dialog", { name: "legacy is ready" });
    await ready.getByText("boats, trips").waitFor();
    await ready.getByRole("link", { name: "Look at the tables" }).click();
    await page.getByRole("heading", { level: 1, name: "legacy" }).waitFor();
  });

  it("is removed when a person says so twice, and stays where it is", async () => {
    await page.getByRole("button", { name: "Remove" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove legacy?" });
    await dialog.getByText("The database itself stays untouched.").waitFor();
    await dialog.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("heading", { level: 1, name: "Your sources" }).waitFor();
    await page.getByRole("article", { name: "sales" }).waitFor();
    assert.equal(await page.getByRole("article", { name: "legacy" }).count(), 0);
  });

  it("leaves the page without fault", () => {
    assert.deepEqual(faults, []);
  });
});
