// The page of a host of MCP Apps, with the official bridge. The test calls `window.host` and gives
// it `callTool`, through which the host reaches the server.
import { AppBridge, PostMessageTransport } from "@modelcontextprotocol/ext-apps/app-bridge";

const READY = "ui/notifications/sandbox-proxy-ready";
const frame = document.querySelector("iframe");
let bridge;
let notes;

/** The frame between host and page stands on an origin of its own and sets the page's policy. */
function loadSandbox(address, policy) {
  const ready = new Promise((resolve) => {
    window.addEventListener("message", function listener(event) {
      if (event.source === frame.contentWindow && event.data?.method === READY) {
        window.removeEventListener("message", listener);
        resolve();
      }
    });
  });
  frame.src = `${address}?policy=${encodeURIComponent(JSON.stringify(policy))}`;
  return ready;
}

window.host = {
  /** Renders a page as the specification has it, up to the result of its tool. */
  async render({ sandbox, html, meta, tool, input, result, context, tools = true }) {
    notes = { sizes: [], calls: [], informed: [] };
    await loadSandbox(sandbox, meta.csp);
    const capabilities = { ...(tools && { serverTools: {} }), updateModelContext: {}, logging: {} };
    bridge = new AppBridge(null, { name: "test-host", version: "1.0.0" }, capabilities, {
      hostContext: { ...context, toolInfo: { id: 1, tool }, displayMode: "inline" },
    });
    bridge.oncalltool = (params) => {
      notes.calls.push(params);
      return window.callTool(params);
    };
    bridge.onsizechange = ({ height }) => {
      notes.sizes.push(height);
      if (height !== undefined) {
        frame.style.height = `${height}px`;
      }
    };
    bridge.onupdatemodelcontext = (params) => {
      notes.informed.push(params.content[0].text);
      return {};
    };
    const initialized = new Promise((resolve) => {
      bridge.oninitialized = resolve;
    });
    await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow));
    await bridge.sendSandboxResourceReady({ html, csp: meta.csp, permissions: meta.permissions });
    await initialized;
    await bridge.sendToolInput({ arguments: input });
    await bridge.sendToolResult(result);
  },

  changeContext(context) {
    bridge.setHostContext(context);
  },

  cancel(reason) {
    return bridge.sendToolCancelled({ reason });
  },

  teardown() {
    return bridge.teardownResource({});
  },

  notes: () => notes,
};
