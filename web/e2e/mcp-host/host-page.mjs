// Drives the host's page: connects to a product over MCP and renders what its tools give.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const PAGE_TYPE = "text/html;profile=mcp-app";
const EXTENSION = "io.modelcontextprotocol/ui";

/** Colors and fonts such as hosts hand to pages. */
export const STYLES = {
  variables: {
    "--color-background-primary": "light-dark(#ffffff, #262624)",
    "--color-background-secondary": "light-dark(#f5f4ed, #30302e)",
    "--color-text-primary": "light-dark(#141413, #faf9f5)",
    "--color-text-secondary": "light-dark(#5e5d59, #b8b5a9)",
    "--color-border-primary": "light-dark(#e0ded6, #45443f)",
    "--font-sans": "'DejaVu Sans', sans-serif",
    "--border-radius-md": "6px",
  },
};

const SHOWS_PAGES = { [EXTENSION]: { mimeTypes: [PAGE_TYPE] } };

/** A client that shows pages, or knows other extensions, connected to the product. */
export async function connect(product, extensions = SHOWS_PAGES) {
  const client = new Client(
    { name: "alidade-test-host", version: "1.0.0" },
    { capabilities: { extensions } },
  );
  await client.connect(new StreamableHTTPClientTransport(new URL("mcp", product.url)));
  const { tools } = await client.listTools();
  return { client, tools: new Map(tools.map((tool) => [tool.name, tool])) };
}

/** A host's page in the browser that notes everything that a page must not do. */
export async function openHost(browser, addresses, { client }, options) {
  const context = await browser.newContext({ viewport: { width: 760, height: 640 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The specification wants the sandbox so; the browser warns of it, not of the page.
    const ofSandbox = message.text().includes("can escape its sandboxing");
    if (["error", "warning"].includes(message.type()) && !ofSandbox) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    if (request.frame().parentFrame()?.parentFrame()) {
      faults.push(`the page asked the network for ${request.url()}`);
    }
  });
  await page.exposeFunction("callTool", (params) => client.callTool(params));
  await page.goto(addresses.host);
  return { context, page, faults, app: page.frameLocator("iframe").frameLocator("iframe") };
}

/** Calls a tool and renders its result with the page that its description names. */
export async function render({ page }, { client, tools }, addresses, call, context = {}) {
  const tool = tools.get(call.name);
  const { contents } = await client.readResource({ uri: tool._meta.ui.resourceUri });
  const [{ mimeType, text, _meta }] = contents;
  if (mimeType !== PAGE_TYPE) {
    throw new Error(`${tool.name} is shown by ${mimeType}`);
  }
  const result = call.result ?? (await client.callTool({ name: call.name, arguments: call.input }));
  await page.evaluate(
    (given) => {
      document.body.className = given.context.theme;
      return window.host.render(given);
    },
    {
      sandbox: addresses.sandbox,
      html: text,
      meta: _meta.ui,
      tool,
      input: call.input,
      result,
      tools: call.tools ?? true,
      context: {
        theme: "light",
        styles: STYLES,
        containerDimensions: { maxHeight: 480 },
        ...context,
      },
    },
  );
  return result;
}
