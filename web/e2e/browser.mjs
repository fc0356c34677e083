import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser to drive; a machine without one fails the walk instead of skipping it. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const named = process.env.ALIDADE_CHROMIUM ?? process.env.CHROMIUM;
  const found = (named ? [named] : [...paths, ...ELSEWHERE]).find(isProgram);
  if (!found) {
    throw new Error("Chromium is missing: install it, or name its program in CHROMIUM");
  }
  return found;
}

/** Starts the browser with a profile of its own. */
export function startBrowser() {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: ARGUMENTS });
}

const questionBox = (page) => page.getByRole("textbox", { name: "Your question" });

/** Opens a page that notes everything that a page must not do, and waits for what it begins with. */
export async function openPage(browser, url, settings = {}, first = questionBox) {
  // Whoever walks here knows the way, but for those who are to be guided.
  const { guided = false, ...options } = settings;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error on the page: ${error.message}`));
  page.on("console", (message) => {
    // A refused request is reported on the page itself; the walk asserts on it there.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith("http") && address.origin !== new URL(url).origin) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  if (!guided) {
    await page.addInitScript(() => {
      if (localStorage.getItem("alidade.tour") === null) {
        localStorage.setItem("alidade.tour", JSON.stringify({ done: [], shown: false }));
      }
    });
  }
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
    // Steps pass quickly on a fast server; what a screen reader would hear is kept here.
    window.heard = [];
    new MutationObserver(() => {
      const text = document.querySelector("[data-testid=announcer]")?.textContent;
      if (text && window.heard.at(-1) !== text) {
        window.heard.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(url);
  await first(page).waitFor();
  return { context, page, faults };
}
