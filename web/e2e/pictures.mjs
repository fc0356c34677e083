// Takes the pictures of the documentation from the product itself: ALIDADE_LAUNCHER=./alidade npm run pictures
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openPage, startBrowser } from "./browser.mjs";
import { launchProduct } from "./product.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const QUESTION = process.env.ALIDADE_PICTURE_QUESTION ?? "total revenue by category";
const PICTURES = [
  { name: "chat", options: { colorScheme: "light" } },
  { name: "chat-dark", options: { colorScheme: "dark" } },
  {
    name: "chat-phone",
    options: { colorScheme: "light", viewport: { width: 390, height: 844 } },
  },
];

async function take(browser, url, { name, options }) {
  const { context, page } = await openPage(browser, url, options);
  await page.getByRole("textbox", { name: "Your question" }).fill(QUESTION);
  await page.keyboard.press("Enter");
  const turn = page.getByRole("article", { name: QUESTION, exact: true }).last();
  await turn.locator("[data-status=answered]").waitFor();
  await turn.locator(".js-plotly-plot .main-svg").first().waitFor();
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await context.close();
}

await mkdir(FOLDER, { recursive: true });
const product = await launchProduct();
const browser = await startBrowser();
try {
  for (const picture of PICTURES) {
    await take(browser, product.url, picture);
  }
} finally {
  await browser.close();
  await product.stop();
}
