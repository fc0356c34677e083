import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { call, launchProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
const PASSWORD = "correct horse battery";
let browser;
let product;
let context;
let page;
let faults;

const box = () => page.getByRole("textbox", { name: "Your question" });
const form = () => page.getByRole("form", { name: "Sign in" });

async function signIn(name, password) {
  await form().getByLabel("Name").fill(name);
  await form().getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

before(async () => {
  product = await launchProduct();
  browser = await startBrowser();
}, LIMIT);

after(async () => {
  await browser?.close();
  await product?.stop();
}, LIMIT);

describe("signing in", LIMIT, () => {
  it("is not asked for while everybody on this machine is let in", async () => {
    ({ context, page, faults } = await openPage(browser, product.url));
    await page.getByTestId("suggestion").first().waitFor();
    assert.equal(await page.getByRole("button", { name: /^Signed in as/ }).count(), 0);
  });

  it("is asked for as soon as there is a caller, also of a page that is open", async () => {
    const { note } = await call(product, "create_caller", {
      name: "ada",
      roles: ["admin"],
      password: PASSWORD,
    });
    assert.match(note, /no longer open/);
    await box().fill("How many orders are there?");
    await page.keyboard.press("Enter");
    await form().waitFor();
  });

  it("refuses what is wrong and lets in who is right", async () => {
    await signIn("ada", "wrong");
    await page.getByRole("alert").getByText("The name or the password is wrong").waitFor();
    await signIn("ada", PASSWORD);
    await page.getByRole("button", { name: "Signed in as ada" }).waitFor();
    await page.getByTestId("suggestion").first().click();
    await page.locator("[data-status=answered]").first().waitFor();
    assert.match(page.url(), /#\/c\/.+/);
  });

  it("keeps the session where no page can read it, and through a reload", async () => {
    const cookies = await context.cookies();
    assert.deepEqual(
      cookies.map(({ httpOnly, sameSite, path }) => ({ httpOnly, sameSite, path })),
      [{ httpOnly: true, sameSite: "Strict", path: "/" }],
    );
    assert.equal(await page.evaluate(() => document.cookie), "");
    const kept = await page.evaluate(() => ({ ...sessionStorage, ...localStorage }));
    assert.ok(!JSON.stringify(kept).includes(cookies[0].value));
    // Which of the first steps are done is all that stays.
    assert.deepEqual(Object.keys(kept), ["alidade.tour"]);
    await page.reload();
    await page.locator("[data-status=answered]").first().waitFor();
  });

  it("comes back to the same answer when the session has ended", async () => {
    const address = page.url();
    await context.clearCookies();
    await box().fill("How many orders are there?");
    await page.keyboard.press("Enter");
    await page.getByText("Your session has ended").waitFor();
    assert.equal(await page.locator("[data-status=answered]").count(), 0);
    await signIn("ada", PASSWORD);
    await page.locator("[data-status=answered]").first().waitFor();
    assert.equal(page.url(), address);
  });

  it("ends with signing out, for whoever holds the cookie too", async () => {
    const [{ name, value }] = await context.cookies();
    await page.getByRole("button", { name: "Signed in as ada" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await form().waitFor();
    assert.deepEqual(await context.cookies(), []);
    const again = await fetch(`${product.url}api/v1/who_am_i`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Origin: new URL(product.url).origin,
        Cookie: `${name}=${value}`,
      },
      body: "{}",
    });
    assert.equal(again.status, 401);
  });

  it("does nothing that a page must not do", () => {
    assert.deepEqual(faults, []);
  });
});
