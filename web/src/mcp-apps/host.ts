import { Bridge, INVALID_PARAMS, isFields, METHOD_NOT_FOUND, Refusal, type Fields } from "./bridge";
import { applyContext } from "./host-style";
import { texts } from "./texts";

/** The revision of MCP Apps that is spoken. */
const PROTOCOL = "2026-01-26";

/** What a tool gave. */
export interface ToolResult {
  fields: Fields;
  failed: boolean;
  /** The text for a model; what is wrong, where it failed. */
  text: string;
}

/** What a page does with what the host hands it. */
export interface View {
  show(result: ToolResult): void;
  /** Nothing came, and why. */
  missing(reason: string): void;
}

export function readResult(result: unknown): ToolResult {
  const answer = isFields(result) ? result : {};
  const content: unknown[] = Array.isArray(answer.content) ? answer.content : [];
  const texts = content
    .filter(isFields)
    .map((part) => (typeof part.text === "string" ? part.text : ""));
  return {
    fields: isFields(answer.structuredContent) ? answer.structuredContent : {},
    failed: answer.isError === true,
    text: texts.filter((text) => text !== "").join("\n"),
  };
}

/** The program that shows this page, and through it the server. */
export class Host {
  private readonly bridge: Bridge;
  private capabilities: Fields = {};
  private tool = "";
  /** What the tool was called with. */
  private input: Fields = {};

  constructor(bridge: Bridge = new Bridge()) {
    this.bridge = bridge;
  }

  /** Shakes hands and hands everything that comes to the view. */
  async open(name: string, view: View): Promise<void> {
    this.bridge.on("ui/notifications/tool-input", (params) => {
      this.input = isFields(params.arguments) ? params.arguments : {};
    });
    this.bridge.on("ui/notifications/tool-result", (params) => {
      view.show(readResult(params));
    });
    this.bridge.on("ui/notifications/tool-cancelled", (params) => {
      view.missing(typeof params.reason === "string" ? params.reason : texts.cancelled);
    });
    this.bridge.on("ui/notifications/host-context-changed", (params) => {
      this.heed(params);
    });
    const answer = await this.bridge.request("ui/initialize", {
      protocolVersion: PROTOCOL,
      appInfo: { name: `alidade-${name}`, version: "1.0.0" },
      appCapabilities: { availableDisplayModes: ["inline", "fullscreen"] },
    });
    if (isFields(answer)) {
      this.capabilities = isFields(answer.hostCapabilities) ? answer.hostCapabilities : {};
      this.heed(isFields(answer.hostContext) ? answer.hostContext : {});
    }
    this.bridge.notify("ui/notifications/initialized");
    this.tellSize();
  }

  /** Calls the tool whose result is shown, with changed arguments. */
  again(changes: Fields, otherwise: string): Promise<ToolResult> {
    return this.call(this.tool || otherwise, { ...this.input, ...changes });
  }

  async call(tool: string, input: Fields): Promise<ToolResult> {
    if (!("serverTools" in this.capabilities)) {
      throw new Error(texts.noServer);
    }
    const result = readResult(await this.pass(tool, input));
    if (result.failed) {
      throw new Error(result.text);
    }
    return result;
  }

  /** Hosts may pass on only tools that were listed; those that were not are called through one that was. */
  private async pass(tool: string, input: Fields): Promise<unknown> {
    try {
      return await this.bridge.request("tools/call", { name: tool, arguments: input });
    } catch (refusal) {
      const unknown =
        refusal instanceof Refusal && [METHOD_NOT_FOUND, INVALID_PARAMS].includes(refusal.code);
      if (!unknown || tool === this.tool) {
        throw refusal;
      }
      return this.bridge.request("tools/call", {
        name: "call_operation",
        arguments: { operation: tool, arguments: input },
      });
    }
  }

  /** Tells the model what has become of what it sees, where the host passes that on. */
  async inform(text: string): Promise<void> {
    if ("updateModelContext" in this.capabilities) {
      await this.bridge.request("ui/update-model-context", { content: [{ type: "text", text }] });
    }
  }

  private heed(context: Fields): void {
    applyContext(context);
    const info = isFields(context.toolInfo) ? context.toolInfo : {};
    if (isFields(info.tool) && typeof info.tool.name === "string") {
      this.tool = info.tool.name;
    }
  }

  private tellSize(): void {
    let last = "";
    const tell = () => {
      const { width, height } = document.body.getBoundingClientRect();
      const size = { width: Math.ceil(width), height: Math.ceil(height) };
      if (JSON.stringify(size) !== last) {
        last = JSON.stringify(size);
        this.bridge.notify("ui/notifications/size-changed", size);
      }
    };
    tell();
    new ResizeObserver(tell).observe(document.body);
  }
}
