// Serves the host's page and, on another origin, its sandbox.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const HOST = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<style>body{margin:0;padding:20px;background:#fff;color-scheme:light}body.dark{background:#262624;color-scheme:dark}
iframe{width:100%;height:40px;border:1px solid #8885;border-radius:12px;box-sizing:content-box;display:block}
body>iframe{width:calc(100% - 2px)}</style>
<body><iframe title="App" sandbox="allow-scripts allow-same-origin allow-forms"></iframe>
<script type="module" src="host.js"></script></body></html>`;

const SANDBOX = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>
<style>body{margin:0}iframe{position:fixed;inset:0;width:100%;height:100%;border:0}</style>
<body><iframe title="Page" sandbox="allow-scripts allow-same-origin allow-forms" allow="ALLOWED"></iframe>
<script type="module" src="sandbox.js"></script></body></html>`;

/** What the specification has hosts make of the domains that a resource names. */
function policyOf({ connectDomains, resourceDomains, frameDomains, baseUriDomains }) {
  const names = (domains, otherwise = "") => (domains?.length ? domains.join(" ") : otherwise);
  const resources = names(resourceDomains);
  return [
    "default-src 'none'",
    `script-src 'self' 'unsafe-inline' ${resources}`,
    `style-src 'self' 'unsafe-inline' ${resources}`,
    `connect-src 'self' ${names(connectDomains)}`,
    `img-src 'self' data: ${resources}`,
    `font-src 'self' ${resources}`,
    `media-src 'self' data: ${resources}`,
    // The frame that the page is written into is the sandbox's own.
    `frame-src ${names(frameDomains, "'self'")}`,
    "object-src 'none'",
    `base-uri ${names(baseUriDomains, "'self'")}`,
  ].join("; ");
}

async function bundled(name) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: { write: false, lib: { entry: path(name), formats: ["es"], fileName: "out" } },
  });
  return output[0].code;
}

async function listening(answer) {
  const server = createServer((request, response) => {
    const { type, body, headers = {} } = answer(new URL(request.url, "http://localhost"));
    response.writeHead(200, { "Content-Type": type, ...headers }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

export async function serveHost() {
  const script = await bundled("host.mjs");
  const relay = await readFile(path("sandbox.mjs"), "utf8");
  const servers = [
    await listening(({ pathname }) =>
      pathname === "/host.js"
        ? { type: "text/javascript", body: script }
        : { type: "text/html", body: HOST },
    ),
    await listening(({ pathname, searchParams }) =>
      pathname === "/sandbox.js"
        ? { type: "text/javascript", body: relay }
        : {
            type: "text/html",
            body: SANDBOX.replace("ALLOWED", "clipboard-write"),
            headers: {
              "Content-Security-Policy": policyOf(JSON.parse(searchParams.get("policy") ?? "{}")),
            },
          },
    ),
  ];
  const [host, sandbox] = servers.map((server) => server.address().port);
  return {
    host: `http://127.0.0.1:${host}/`,
    // Another port and another name: another origin, and another site.
    sandbox: `http://localhost:${sandbox}/`,
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
    },
  };
}
