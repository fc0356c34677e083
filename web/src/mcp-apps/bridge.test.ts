import { afterEach, describe, expect, it, vi } from "vitest";
import { Bridge, type Fields } from "./bridge";
import { Host, readResult, type View } from "./host";

/** A window that hosts the page and notes what it is told. */
class FakeHost {
  readonly told: Fields[] = [];
  readonly window = {
    postMessage: (message: Fields) => {
      this.told.push(message);
    },
  } as unknown as Window;

  say(message: Fields, source: Window = this.window): void {
    const event = new MessageEvent("message", { data: { jsonrpc: "2.0", ...message } });
    Object.defineProperty(event, "source", { value: source });
    window.dispatchEvent(event);
  }
}

function opened(capabilities: Fields = { serverTools: {} }, context: Fields = {}) {
  const fake = new FakeHost();
  const host = new Host(new Bridge(fake.window));
  const view = { show: vi.fn(), missing: vi.fn() } satisfies View;
  const opening = host.open("table", view);
  fake.say({ id: 1, result: { hostCapabilities: capabilities, hostContext: context } });
  return { fake, host, view, opening };
}

afterEach(() => {
  document.documentElement.removeAttribute("style");
});

describe("Host", () => {
  it("shakes hands, follows the host's look and tells its size", async () => {
    const styles = { variables: { "--font-sans": "Serif", color: "red" } };
    const { fake, opening } = opened({}, { theme: "dark", styles });
    await opening;
    expect(fake.told[0]).toMatchObject({
      method: "ui/initialize",
      params: { protocolVersion: "2026-01-26", appInfo: { name: "alidade-table" } },
    });
    expect(fake.told.slice(1).map((message) => message.method)).toEqual([
      "ui/notifications/initialized",
      "ui/notifications/size-changed",
    ]);
    const { style } = document.documentElement;
    expect(style.colorScheme).toBe("dark");
    expect(style.getPropertyValue("--font-sans")).toBe("Serif");
    expect(style.color).toBe("");
    fake.say({ method: "ui/notifications/host-context-changed", params: { theme: "light" } });
    expect(style.colorScheme).toBe("light");
    expect(style.getPropertyValue("--font-sans")).toBe("Serif");
  });

  it("hands results to the view and calls the same tool again", async () => {
    const context = { toolInfo: { tool: { name: "query_orders" } } };
    const { fake, host, view, opening } = opened({ serverTools: {} }, context);
    await opening;
    fake.say({ method: "ui/notifications/tool-input", params: { arguments: { region: "west" } } });
    fake.say({ method: "ui/notifications/tool-result", params: { structuredContent: { n: 1 } } });
    expect(view.show).toHaveBeenCalledWith({ fields: { n: 1 }, failed: false, text: "" });
    const coming = host.again({ cursor: "c" }, "query");
    const call = fake.told.at(-1);
    expect(call).toMatchObject({
      method: "tools/call",
      params: { name: "query_orders", arguments: { region: "west", cursor: "c" } },
    });
    fake.say({ id: call?.id, result: { structuredContent: { n: 2 } } });
    expect((await coming).fields).toEqual({ n: 2 });
    fake.say({ method: "ui/notifications/tool-cancelled", params: { reason: "enough" } });
    expect(view.missing).toHaveBeenCalledWith("enough");
  });

  it("fails where the tool or the host refuses", async () => {
    const { fake, host, opening } = opened();
    await opening;
    const failing = host.call("query", {});
    const content = [{ type: "text", text: "CURSOR_INVALID: begin again" }];
    fake.say({ id: fake.told.at(-1)?.id, result: { isError: true, content } });
    await expect(failing).rejects.toThrow("CURSOR_INVALID: begin again");
    const denied = host.call("query", {});
    fake.say({ id: fake.told.at(-1)?.id, error: { code: -32000, message: "denied" } });
    await expect(denied).rejects.toThrow("denied");
    const other = opened({});
    await other.opening;
    await expect(other.host.call("query", {})).rejects.toThrow("does not let its pages call");
  });

  it("calls through another tool what the host does not know", async () => {
    const { fake, host, opening } = opened();
    await opening;
    const coming = host.call("show_approval", { approval: "a" });
    fake.say({ id: fake.told.at(-1)?.id, error: { code: -32602, message: "unknown tool" } });
    await vi.waitFor(() => {
      expect(fake.told.at(-1)?.params).toEqual({
        name: "call_operation",
        arguments: { operation: "show_approval", arguments: { approval: "a" } },
      });
    });
    fake.say({ id: fake.told.at(-1)?.id, result: { structuredContent: { state: "done" } } });
    expect((await coming).fields).toEqual({ state: "done" });
  });

  it("heeds nobody but its host, and answers what it is asked", async () => {
    const { fake, view, opening } = opened();
    await opening;
    const stranger = new FakeHost();
    fake.say({ method: "ui/notifications/tool-result", params: {} }, stranger.window);
    expect(view.show).not.toHaveBeenCalled();
    fake.say({ id: 7, method: "ui/resource-teardown", params: {} });
    expect(fake.told.at(-1)).toEqual({ jsonrpc: "2.0", id: 7, result: {} });
    fake.say({ id: 8, method: "tools/list" });
    expect(fake.told.at(-1)).toMatchObject({ id: 8, error: { code: -32601 } });
  });
});

describe("readResult", () => {
  it("takes what is not there for nothing", () => {
    expect(readResult(undefined)).toEqual({ fields: {}, failed: false, text: "" });
    expect(readResult({ content: [{ type: "image" }, 3, { text: "no" }], isError: true })).toEqual({
      fields: {},
      failed: true,
      text: "no",
    });
  });
});
