// The 2026 generation of the official TypeScript SDK drives the product, started with
// `--mcp-fixtures`, in one of the protocol's eras: `sdk-2026.mjs ERA http URL` or
// `sdk-2026.mjs ERA stdio COMMAND...`, where ERA is `modern` or `legacy`.
// It serves the CSV files of the product tests as the source `files`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const [era, kind, first, ...rest] = process.argv.slice(2);
const modern = era === "modern";
const source = "files";
const countless =
  "SELECT count(*) FROM orders a, orders b, orders c, orders d WHERE a.amount + b.amount + c.amount + d.amount = 1.5";

const transport = () =>
  kind === "http"
    ? new StreamableHTTPClientTransport(new URL(first))
    : new StdioClientTransport({ command: first, args: rest, env: process.env, stderr: "pipe" });

/** A client that answers forms with `answer`, if it can be asked at all. */
async function connected(mode, answer) {
  const client = new Client(
    { name: "alidade-product-tests", version: "1.0.0" },
    { versionNegotiation: { mode }, capabilities: answer ? { elicitation: { form: {} } } : {} },
  );
  const asked = [];
  if (answer) {
    client.setRequestHandler("elicitation/create", (request) => {
      asked.push(request.params.message);
      return answer;
    });
  }
  const way = transport();
  await client.connect(way);
  return { client, asked, way };
}

const pinned = modern ? { pin: "2026-07-28" } : "legacy";
const accepted = { action: "accept", content: { name: "Ada", username: "ada", email: "ada@example.com" } };
let client;
let asked;
let way;

// A program reads data; a model would read text.
const _meta = { "dev.alidade/structured": true };
const call = (name, input, options) => client.callTool({ name, arguments: input, _meta }, options);
const query = (sql, options) => call("query", { source, sql }, options);

before(async () => {
  ({ client, asked, way } = await connected(pinned, accepted));
});
after(() => client.close());

test("agrees on the era", () => {
  assert.equal(client.getNegotiatedProtocolVersion(), modern ? "2026-07-28" : "2025-11-25");
  assert.equal(client.getProtocolEra(), era);
  assert.equal(client.getServerVersion().name, "alidade");
  assert.ok(client.getInstructions().length > 20);
  const capabilities = client.getServerCapabilities();
  for (const capability of ["tools", "resources", "prompts", "completions"]) {
    assert.ok(capabilities[capability], capability);
  }
  assert.ok(capabilities.extensions["io.modelcontextprotocol/ui"]);
});

test("finds the newest era by itself", async () => {
  const found = await connected("auto");
  assert.equal(found.client.getNegotiatedProtocolVersion(), "2026-07-28");
  await found.client.close();
});

if (modern) {
  test("discovers what the server can do", async () => {
    const discovered = await client.discover();
    assert.ok(discovered.supportedVersions.includes("2026-07-28"));
    assert.ok(discovered.supportedVersions.includes("2025-11-25"));
  });
}

test("lists tools and calls them", async () => {
  const { tools } = await client.listTools();
  const names = tools.map((tool) => tool.name);
  for (const name of ["ask", "query", "list_sources", "describe_source"]) {
    assert.ok(names.includes(name), name);
  }
  const rows = await query("SELECT region, count(*) AS n FROM customers GROUP BY region ORDER BY region");
  assert.deepEqual(rows.structuredContent.rows, [["east", 125], ["north", 125], ["south", 125], ["west", 125]]);
});

test("says what a model can correct in the result", async () => {
  const result = await query("SELECT regoin FROM customers");
  assert.equal(result.isError, true);
  assert.match(result.content[0].text, /COLUMN_NOT_FOUND.*regoin/);
});

test("refuses an unknown tool", async () => {
  await assert.rejects(call("qery", {}), (error) => error.code === -32602 && /did you mean `query`/.test(error.message));
});

test("tells progress", async () => {
  const steps = [];
  const answer = await call("ask", { question: "How many customers are there?" }, { onprogress: (step) => steps.push(step.message) });
  assert.equal(answer.structuredContent.rows[0][0], 500);
  assert.deepEqual(steps.slice(0, 2), ["understood", "planned"]);
});

test("stops a query that is taken back, and goes on", async () => {
  const abort = new AbortController();
  const endless = query(countless, { signal: abort.signal, timeout: 60_000 });
  setTimeout(() => abort.abort("enough"), 500);
  await assert.rejects(endless);
  const rows = await query("SELECT count(*) AS n FROM orders");
  assert.equal(rows.structuredContent.rows[0][0], 4000);
});

test("serves many calls at once", async () => {
  const results = await Promise.all(Array.from({ length: 40 }, (_, n) => query(`SELECT ${n} AS n`)));
  assert.deepEqual(results.map((result) => result.structuredContent.rows[0][0]), Array.from({ length: 40 }, (_, n) => n));
});

test("serves tables as resources", async () => {
  const { resources } = await client.listResources();
  const addresses = resources.map((resource) => resource.uri);
  assert.ok(addresses.includes(`alidade://${source}/orders`));
  const { contents } = await client.readResource({ uri: `alidade://${source}/orders` });
  assert.match(contents[0].text, /customer_id/);
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.ok(resourceTemplates.some((template) => template.uriTemplate === "alidade://{source}/{table}"));
  await assert.rejects(client.readResource({ uri: `alidade://${source}/nothing` }));
});

test("serves the page that shows rows", async () => {
  const { contents } = await client.readResource({ uri: "ui://alidade/table" });
  assert.equal(contents[0].mimeType, "text/html;profile=mcp-app");
  assert.match(contents[0].text, /^<!doctype html>/);
});

test("prepares prompts and completes their arguments", async () => {
  const { prompts } = await client.listPrompts();
  const prompt = prompts.find((each) => each.name === "test_prompt_with_arguments");
  const { messages } = await client.getPrompt({ name: prompt.name, arguments: { arg1: "one", arg2: "two" } });
  assert.match(messages[0].content.text, /one/);
  const { completion } = await client.complete({
    ref: { type: "ref/prompt", name: prompt.name },
    argument: { name: "arg1", value: "" },
  });
  assert.ok(Array.isArray(completion.values));
});

test("is asked back, and its answer goes into the result", async () => {
  asked.length = 0;
  const greeted = await call("test_input_required_result_elicitation", {});
  assert.match(greeted.content[0].text, /Hello, Ada!/);
  assert.deepEqual(asked, ["What is your name?"]);
  const filled = await call("test_elicitation", { message: "Who are you?" });
  assert.match(filled.content[0].text, /ada@example.com/);
});

test("is told that it must be able to answer, where it is not", async () => {
  const silent = await connected(pinned);
  await assert.rejects(silent.client.callTool({ name: "test_input_required_result_elicitation", arguments: {} }));
  await silent.client.close();
});

if (modern) {
  test("asks back over several rounds, and keeps the state between them", async () => {
    const other = await connected(pinned, { action: "accept", content: { ok: true, name: "Ada", color: "green", step1: "a", step2: "b" } });
    const confirmed = await other.client.callTool({ name: "test_input_required_result_request_state", arguments: {} });
    assert.notEqual(confirmed.isError, true);
    await other.client.callTool({ name: "test_input_required_result_multi_round", arguments: {} });
    assert.ok(other.asked.length >= 3, String(other.asked));
    await other.client.close();
  });

  test("hears of a change that it listens for", async () => {
    let heard;
    const change = new Promise((resolve) => (heard = resolve));
    client.setNotificationHandler("notifications/tools/list_changed", heard);
    const listening = await client.listen({ toolsListChanged: true });
    await call("test_trigger_tool_change", {});
    await change;
    await listening.close();
  });
}

if (kind === "http" && !modern) {
  test("ends its session", async () => {
    await way.terminateSession();
    await assert.rejects(client.ping());
  });
}
