import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_LIMIT_MILLIS = 120_000;

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

async function answers(url) {
  const deadline = Date.now() + START_LIMIT_MILLIS;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}api/v1/list_sources`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    }).catch(() => undefined);
    // One that asks who is there is up.
    if (response?.ok || response?.status === 401) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No server answered at ${url}`);
}

/** The product, started by the launcher on a port and a state folder of its own. */
class LaunchedProduct {
  constructor(launcher, port, state, command) {
    this.launcher = launcher;
    this.command = command;
    this.port = port;
    this.state = state;
    this.url = `http://127.0.0.1:${port}/`;
  }

  async start() {
    const options = [...this.command, "--no-browser", "--port", String(this.port)];
    const environment = { ...process.env, ALIDADE_STATE: this.state };
    this.process = spawn(this.launcher, options, { env: environment, stdio: "ignore" });
    await answers(this.url);
  }

  async restart() {
    await this.halt();
    await this.start();
  }

  async halt() {
    const ended = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await ended;
  }

  async stop() {
    await this.halt();
    await rm(this.state, { recursive: true, force: true });
  }
}

/** A server that somebody else runs; it cannot be restarted from here. */
class RunningProduct {
  constructor(url) {
    this.url = url.endsWith("/") ? url : `${url}/`;
  }

  async start() {
    await answers(this.url);
  }

  async stop() {}
}

/** A server of its own on these files and folders, or on the sample data. */
export function launchProduct(...data) {
  return launch("demo", ...data);
}

/** A server of its own with a configuration. */
export function serveProduct(configuration) {
  return launch("serve", "--config", configuration);
}

async function launch(...command) {
  const { ALIDADE_LAUNCHER: launcher } = process.env;
  if (!launcher) {
    throw new Error("Name the launcher in ALIDADE_LAUNCHER");
  }
  const state = await mkdtemp(join(tmpdir(), "alidade-walk-"));
  const product = new LaunchedProduct(launcher, await freePort(), state, command);
  await product.start();
  return product;
}

/** The server to walk on: the one at ALIDADE_URL, or one started by ALIDADE_LAUNCHER. */
export async function openProduct() {
  const { ALIDADE_URL: url, ALIDADE_LAUNCHER: launcher } = process.env;
  if (!url && !launcher) {
    throw new Error("Name a running server in ALIDADE_URL, or the launcher in ALIDADE_LAUNCHER");
  }
  if (!url) {
    return launchProduct();
  }
  const product = new RunningProduct(url);
  await product.start();
  return product;
}

/** Calls one operation beside the page, to know what the page must show. */
export async function call(product, operation, input) {
  const response = await fetch(`${product.url}api/v1/${operation}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(`${operation}: ${body.error.message}`);
  }
  return body;
}

/** Runs one statement beside the page. */
export async function rowsOf(product, sql, source = "shop") {
  return (await call(product, "query", { source, sql })).rows;
}
