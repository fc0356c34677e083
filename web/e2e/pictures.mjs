// Takes the pictures of the documentation from the product itself: ALIDADE_LAUNCHER=./alidade npm run pictures
// With names behind it (npm run pictures -- chat explore), only of these pages.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openPage, startBrowser } from "./browser.mjs";
import { launchProduct } from "./product.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const QUESTION = process.env.ALIDADE_PICTURE_QUESTION ?? "top 10 categories by total revenue";
const SQL = `-- Which products sell best in each city?
SELECT
  s.city,
  p.name AS product,
  sum(i.quantity) AS pieces,
  round(sum(i.quantity * i.unit_price), 2) AS revenue
FROM orders o
  JOIN order_items i ON i.order_id = o.order_id
  JOIN products p ON p.product_id = i.product_id
  JOIN stores s ON s.store_id = o.store_id
WHERE s.city IS NOT NULL
GROUP BY s.city, p.name
ORDER BY revenue DESC`;
const LOOKS = [
  { look: "", options: { colorScheme: "light" } },
  { look: "-dark", options: { colorScheme: "dark" } },
  { look: "-phone", options: { colorScheme: "light", viewport: { width: 390, height: 844 } } },
];

async function ask(page) {
  await page.getByRole("textbox", { name: "Your question" }).fill(QUESTION);
  await page.keyboard.press("Enter");
  const turn = page.getByRole("article", { name: QUESTION, exact: true }).last();
  await turn.locator("[data-status=answered]").waitFor();
  await turn.locator(".js-plotly-plot .main-svg").first().waitFor();
  return turn;
}

async function open(page, hash) {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

async function share(page) {
  await ask(page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const field = page.getByRole("textbox", { name: "Link to this conversation" });
  const link = await field.inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** The pages, and how to get to what is worth a picture. */
const PAGES = {
  start: async (page) => page.getByTestId("suggestion").first().waitFor(),
  chat: ask,
  "chat-kinds": async (page) => {
    await ask(page);
    await page
      .getByRole("button", { name: /^Kind of chart/ })
      .last()
      .click();
    await page.locator("[data-kind-choice]").first().waitFor();
  },
  shared: async (page) => {
    const link = await share(page);
    await open(page, new URL(link).hash);
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
  },
  workbench: async (page) => {
    await open(page, `#/workbench?source=shop&sql=${encodeURIComponent(SQL)}`);
    await page.getByRole("textbox", { name: "SQL" }).click();
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByRole("grid", { name: "Rows of result 1" }).waitFor();
  },
  "workbench-plan": async (page) => {
    await PAGES.workbench(page);
    await page.getByRole("button", { name: "Plan", exact: true }).click();
    await page.getByRole("button", { name: "Run and measure" }).click();
    await page.getByText("Slowest step").waitFor();
  },
  explore: async (page) => {
    await open(page, "#/explore");
    await page.getByRole("article", { name: "shop" }).waitFor();
  },
  "explore-source": async (page) => {
    await open(page, "#/explore/shop");
    await page.getByRole("group", { name: /hang together$/ }).waitFor();
  },
  "explore-table": async (page) => {
    await open(page, "#/explore/shop/orders");
    await page.getByRole("grid").first().waitFor();
  },
};

async function take(browser, url, name, { look, options }) {
  const { context, page } = await openPage(browser, url, options);
  await PAGES[name](page);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${FOLDER}${name}${look}.png` });
  await context.close();
}

const wanted = process.argv.slice(2);
await mkdir(FOLDER, { recursive: true });
const product = await launchProduct();
const browser = await startBrowser();
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(PAGES)) {
    for (const look of LOOKS) {
      await take(browser, product.url, name, look);
    }
  }
} finally {
  await browser.close();
  await product.stop();
}
