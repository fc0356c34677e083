// The official TypeScript SDK drives the product: `sdk.mjs http URL` or `sdk.mjs stdio COMMAND...`.
// It serves the CSV files of the product tests as the source `files`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { LoggingMessageNotificationSchema } from "@modelcontextprotocol/sdk/types.js";

const [kind, first, ...rest] = process.argv.slice(2);
const client = new Client({ name: "alidade-product-tests", version: "1.0.0" });
const transport =
  kind === "http"
    ? new StreamableHTTPClientTransport(new URL(first))
    : new StdioClientTransport({ command: first, args: rest, env: process.env, stderr: "pipe" });
const source = "files";
const countless =
  "SELECT count(*) FROM orders a, orders b, orders c, orders d WHERE a.amount + b.amount + c.amount + d.amount = 1.5";

// A model reads text; a program asks for data that follow the schema of their tool.
const asData = { "dev.alidade/structured": true };
const call = (name, input, options) => client.callTool({ name, arguments: input, _meta: asData }, undefined, options);
const query = (sql, options) => call("query", { source, sql }, options);
const read = async (name, input) => (await client.callTool({ name, arguments: input })).content;

before(() => client.connect(transport));
after(() => client.close());

test("introduces itself", () => {
  assert.equal(client.getServerVersion().name, "alidade");
  assert.ok(client.getInstructions().length > 20);
  const capabilities = client.getServerCapabilities();
  for (const capability of ["tools", "resources", "prompts", "logging"]) {
    assert.ok(capabilities[capability], capability);
  }
});

test("lists the tools that an agent begins with, with schemas and hints", async () => {
  const { tools } = await client.listTools({ _meta: asData });
  const names = tools.map((tool) => tool.name);
  assert.deepEqual(names, ["ask", "query", "list_sources", "describe_source", "search_catalog", "run_write", "find_operations", "call_operation"]);
  for (const tool of tools) {
    assert.ok(tool.title && tool.description, tool.name);
    assert.equal(tool.inputSchema.type, "object", tool.name);
    if (!tool.name.endsWith("_operation") && !tool.name.endsWith("_operations")) {
      assert.equal(tool.outputSchema.type, "object", tool.name);
    }
    assert.equal(typeof tool.annotations.readOnlyHint, "boolean", tool.name);
  }
});

// Having listed the tools, the client checks every structured result against its schema.
test("gives results that follow their schemas", async () => {
  const sources = await call("list_sources", {});
  assert.equal(sources.structuredContent.sources[0].name, source);
  const described = await call("describe_source", { source });
  assert.deepEqual(described.structuredContent.tables.map((table) => table.name).sort(), ["customers", "orders"]);
  const found = await call("search_catalog", { query: "north" });
  assert.ok(found.structuredContent.matches.length > 0);
  const rows = await query("SELECT region, count(*) AS n FROM customers GROUP BY region ORDER BY region");
  assert.deepEqual(rows.structuredContent.rows, [["east", 125], ["north", 125], ["south", 125], ["west", 125]]);
  assert.doesNotMatch(rows.content[0].text, /east/);
  const judged = await call("check_sql", { source, sql: "DROP TABLE customers" });
  assert.equal(judged.structuredContent.verdict, "deny");
  const plan = await call("explain_query", { source, sql: "SELECT * FROM orders" });
  assert.ok(plan.structuredContent.plan.name);
});

test("finds and calls what is not listed", async () => {
  const [found] = await read("find_operations", { query: "check sql" });
  assert.match(found.text, /^check_sql: .*\nInput: {"type":"object"/);
  const [judged] = await read("call_operation", { operation: "check_sql", arguments: { source, sql: "DROP TABLE customers" } });
  assert.match(judged.text, /^verdict: deny/);
});

test("gives models text, and a link to the whole of what is cut", async () => {
  // Listed without schemas of outputs, tools are not expected to follow any.
  await client.listTools();
  const [table] = await read("query", { source, sql: "SELECT region, count(*) AS n FROM customers GROUP BY region ORDER BY region" });
  assert.match(table.text, /^region\tn\neast\t125\n/);
  const [page, csv] = await read("query", { source, sql: "SELECT * FROM orders" });
  assert.match(page.text, /\ntruncated: true\n/);
  assert.match(page.text, /\ncursor: c_/);
  assert.equal(csv.type, "resource_link");
  const { contents } = await client.readResource({ uri: csv.uri });
  assert.equal(contents[0].text.trim().split("\n").length, 4001);
});

test("answers a question and tells its steps", async () => {
  const steps = [];
  const answer = await call("ask", { question: "How many customers are there?" }, { onprogress: (step) => steps.push(step.message) });
  assert.equal(answer.structuredContent.status, "answered");
  assert.equal(answer.structuredContent.rows[0][0], 500);
  assert.deepEqual(steps.slice(0, 2), ["understood", "planned"]);
});

test("says what a model can correct in the result", async () => {
  const result = await query("SELECT regoin FROM customers");
  assert.equal(result.isError, true);
  assert.match(result.content[0].text, /^COLUMN_NOT_FOUND.*regoin/);
  assert.equal(result._meta["dev.alidade/error"].code, "COLUMN_NOT_FOUND");
  const denied = await query("DELETE FROM customers");
  assert.equal(denied.isError, true);
  const misnamed = await call("query", { source, sqll: "SELECT 1" });
  assert.match(misnamed.content[0].text, /^INVALID_INPUT/);
});

test("refuses an unknown tool", async () => {
  await assert.rejects(call("qery", {}), (error) => error.code === -32602 && /did you mean `query`/.test(error.message));
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
  assert.deepEqual(resources.map((resource) => resource.uri).sort(), [`alidade://${source}/customers`, `alidade://${source}/orders`]);
  const { contents } = await client.readResource({ uri: `alidade://${source}/orders` });
  assert.match(contents[0].text, /customer_id/);
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.equal(resourceTemplates[0].uriTemplate, "alidade://{source}/{table}");
  await assert.rejects(client.readResource({ uri: `alidade://${source}/nothing` }), (error) => error.code === -32002);
  await assert.rejects(client.readResource({ uri: "file:///etc/passwd" }), (error) => error.code === -32002);
});

test("prepares prompts", async () => {
  const { prompts } = await client.listPrompts();
  assert.ok(prompts.length >= 2);
  for (const prompt of prompts) {
    const given = Object.fromEntries((prompt.arguments ?? []).map((argument) => [argument.name, source]));
    const { messages } = await client.getPrompt({ name: prompt.name, arguments: given });
    assert.ok(messages[0].content.text.length > 20, prompt.name);
  }
});

test("answers pings and tells steps as log messages", async () => {
  await client.ping();
  const messages = [];
  client.setNotificationHandler(LoggingMessageNotificationSchema, (message) => messages.push(message.params.data.step));
  await client.setLoggingLevel("debug");
  await call("ask", { question: "How many orders are there?" });
  assert.ok(messages.includes("running"), String(messages));
});

if (kind === "http") {
  test("ends its session", async () => {
    await transport.terminateSession();
    await assert.rejects(client.ping());
  });
}
