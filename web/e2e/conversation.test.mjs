import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openPage, startBrowser } from "./browser.mjs";
import { openProduct } from "./product.mjs";

const LIMIT = { timeout: 600_000 };
let browser;
let product;

const box = (page) => page.getByRole("textbox", { name: "Your question" });
const last = (page) => page.getByRole("article").last();

async function answered(page, turns) {
  await page
    .locator("article")
    .nth(turns - 1)
    .locator("[data-status], [role=alert]")
    .first()
    .waitFor();
  return last(page);
}

async function say(page, text, turns) {
  await box(page).fill(text);
  await page.keyboard.press("Enter");
  return answered(page, turns);
}

/** A picture of the page, where the environment names a folder for them. */
async function picture(page, name) {
  const folder = process.env.ALIDADE_PICTURES;
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
}

async function walk(page, name) {
  await say(page, "How many orders are there?", 1);
  const asked = await say(page, "by region", 2);
  const options = asked.getByRole("list", { name: "Possible meanings" }).getByRole("button");
  assert.equal(await options.count(), 2);
  await picture(page, `${name}-clarify`);
  await options.nth(1).click();
  await answered(page, 3);
  const narrowed = await say(page, "only 2025", 4);
  assert.match(
    (await narrowed.getByTestId("kept").textContent()) ?? "",
    /number of orders; by region/,
  );
  const chip = narrowed.locator("[data-chip=filter-1]");
  assert.match((await chip.textContent()) ?? "", /2025/);
  await picture(page, `${name}-follow-up`);

  await chip.getByRole("button").first().click();
  await picture(page, `${name}-chip`);
  await page.getByRole("dialog").getByRole("button", { name: "2024" }).click();
  const changed = await answered(page, 5);
  assert.match((await changed.locator("[data-chip=filter-1]").textContent()) ?? "", /2024/);
  await changed
    .getByRole("button", { name: /^Remove: / })
    .first()
    .click();
  const freed = await answered(page, 6);
  assert.equal(await freed.locator("[data-chip=filter-1]").count(), 0);

  await freed.getByRole("button", { name: "Why?" }).click();
  const why = await answered(page, 7);
  assert.match((await why.textContent()) ?? "", /It reads orders/);

  const lost = await say(page, "How many frobnicators are there?", 8);
  assert.equal(await lost.locator("mark").first().textContent(), "frobnicators");
  await picture(page, `${name}-abstain`);
  await lost.getByRole("list", { name: "Nearest questions" }).getByRole("button").first().click();
  await answered(page, 9);

  await page.getByRole("button", { name: "Edit this question" }).nth(3).click();
  await box(page).fill("only 2024");
  await picture(page, `${name}-anew`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("article").length === 4);
  const anew = await answered(page, 4);
  assert.match((await anew.locator("[data-chip=filter-1]").textContent()) ?? "", /2024/);
}

/** From a thumb to a verified answer, and what is said of one that is wrong. */
async function teach(page) {
  const right = await say(page, "How many customers are in Seattle?", 1);
  await right.getByRole("button", { name: "This is right" }).click();
  await right.getByText(/^Thank you\. Proposed/).waitFor();
  await picture(page, "feedback-right");

  const lost = await say(page, "How many punters are there?", 2);
  await lost.getByRole("button", { name: "This is wrong" }).click();
  await lost.getByLabel("The question in other words").fill("How many customers are there?");
  await picture(page, "feedback-wrong");
  await lost.getByRole("button", { name: "Send" }).click();
  await lost.getByText(/"punters" means the table customers/).waitFor();

  await page.getByRole("button", { name: /^Proposals/ }).click();
  const proposals = page.getByRole("dialog").getByRole("article");
  await proposals.nth(1).waitFor();
  assert.equal(await proposals.count(), 2);
  for (const what of ["punters", "Seattle"]) {
    const proposal = proposals.filter({ hasText: what });
    await proposal.getByRole("button", { name: "Show the effect" }).click();
    await proposal.getByTestId("effect").waitFor();
    await picture(page, `proposal-${what}`);
    await proposal.getByRole("button", { name: "Approve" }).click();
    await proposal.getByText("Approved by local").waitFor();
  }
  await page.keyboard.press("Escape");

  const verified = await say(page, "How many customers are in Portland?", 3);
  assert.match(
    (await verified.locator("[data-trust=verified]").first().textContent()) ?? "",
    /Verified by local/,
  );
  await picture(page, "verified");
  const understood = await say(page, "How many punters are there?", 4);
  assert.equal(await understood.locator("[data-status=answered]").count(), 1);
}

async function writeSql(page, answer, sql) {
  await answer.getByRole("textbox", { name: "SQL" }).first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(sql);
}

async function lookFurther(page) {
  const answer = await say(page, "How many customers are there for each state?", 1);
  await answer.getByRole("button", { name: /^Insights/ }).click();
  const insights = answer.getByTestId("insights");
  await insights.getByText(/"CA" lies off/).waitFor();
  assert.match((await insights.textContent()) ?? "", /after Benjamini-Hochberg over \d+ tests/);
  await insights.locator(".js-plotly-plot .main-svg").first().waitFor();
  await insights.scrollIntoViewIfNeeded();
  await picture(page, "insights");

  await answer.getByRole("button", { name: /^Report/ }).click();
  const download = page.waitForEvent("download");
  await answer.getByRole("button", { name: "This answer as HTML" }).click();
  const report = await readFile(await (await download).path(), "utf8");
  assert.match(report, /^<!doctype html>.*How many customers.*<svg .*lies off.*Appendix/s);

  await answer.getByRole("button", { name: /^SQL SELECT/ }).click();
  await answer.getByRole("button", { name: "Explain in words" }).click();
  await answer
    .getByTestId("sql-in-words")
    .getByText("Groups them: one row for each state.")
    .waitFor();
  await picture(page, "sql-in-words");
  await writeSql(page, answer, "SELECT statee, count(*) FROM customers");
  await answer.getByRole("button", { name: "Run", exact: true }).click();
  await answer.getByRole("alert").waitFor();
  await answer.getByRole("button", { name: "Fix", exact: true }).click();
  const fixes = answer.getByTestId("sql-fixes");
  await fixes.getByText("+ SELECT state, count(*) FROM customers GROUP BY state").waitFor();
  await picture(page, "sql-fixes");
  await fixes.getByRole("button", { name: "Use this" }).first().click();
  await answer.getByRole("button", { name: "Run", exact: true }).click();
  await answer.getByRole("region", { name: "Rows of the query" }).waitFor();
}

describe("a conversation in the page", LIMIT, () => {
  before(async () => {
    product = await openProduct();
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await product?.stop();
  });

  for (const [name, options] of [
    ["wide-light", { colorScheme: "light" }],
    ["phone-dark", { colorScheme: "dark", viewport: { width: 390, height: 844 } }],
  ]) {
    it(`goes on, asks back, abstains and is edited: ${name}`, async () => {
      const { context, page, faults } = await openPage(browser, product.url, options);
      try {
        await walk(page, name);
        assert.deepEqual(faults, []);
      } catch (failure) {
        await picture(page, `${name}-failed`);
        throw failure;
      } finally {
        await context.close();
      }
    });
  }

  it("looks further: insights, a report, SQL in words and mended", async () => {
    const { context, page, faults } = await openPage(browser, product.url);
    try {
      await lookFurther(page);
      // A statement that fails is answered with status 400, which a page cannot hide.
      assert.deepEqual(
        faults.filter((fault) => !/400/.test(fault)),
        [],
      );
    } catch (failure) {
      await picture(page, "further-failed");
      throw failure;
    } finally {
      await context.close();
    }
  });

  it("learns from thumbs once somebody approves", async () => {
    const { context, page, faults } = await openPage(browser, product.url);
    try {
      await teach(page);
      assert.deepEqual(faults, []);
    } catch (failure) {
      await picture(page, "teach-failed");
      throw failure;
    } finally {
      await context.close();
    }
  });
});
