/** JSON-RPC with the page that embeds this one, as the extension MCP Apps has it. */

export type Fields = Record<string, unknown>;

interface Message {
  jsonrpc: "2.0";
  id?: number | string;
  method?: string;
  params?: Fields;
  result?: unknown;
  error?: { code: number; message: string };
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;

/** What the host answers instead of a result. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMessage(data: unknown): data is Message {
  return isFields(data) && data.jsonrpc === "2.0";
}

export class Bridge {
  private readonly host: Window;
  private readonly waiting = new Map<number | string, Waiting>();
  private readonly handlers = new Map<string, (params: Fields) => void>();
  private lastId = 0;
  /** Known only once the host has spoken. */
  private origin = "*";

  constructor(host: Window = window.parent) {
    this.host = host;
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.source === this.host && isMessage(event.data)) {
        this.receive(event.data, event.origin);
      }
    });
  }

  request(method: string, params: Fields): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ jsonrpc: "2.0", id, method, params });
    });
  }

  notify(method: string, params: Fields = {}): void {
    this.send({ jsonrpc: "2.0", method, params });
  }

  /** What to do when the host tells something. */
  on(method: string, handler: (params: Fields) => void): void {
    this.handlers.set(method, handler);
  }

  private send(message: Message): void {
    this.host.postMessage(message, this.origin);
  }

  private receive(message: Message, origin: string): void {
    if (origin !== "" && origin !== "null") {
      this.origin = origin;
    }
    if (message.method === undefined) {
      this.settle(message);
      return;
    }
    if (message.id !== undefined) {
      this.answer(message.id, message.method);
      return;
    }
    this.handlers.get(message.method)?.(message.params ?? {});
  }

  private settle(message: Message): void {
    const waiting = message.id === undefined ? undefined : this.waiting.get(message.id);
    if (message.id === undefined || !waiting) {
      return;
    }
    this.waiting.delete(message.id);
    if (message.error) {
      waiting.reject(new Refusal(message.error.code, message.error.message));
      return;
    }
    waiting.resolve(message.result);
  }

  /** The host asks only whether the page lives, and tells that it is about to go: nothing is kept. */
  private answer(id: number | string, method: string): void {
    if (method === "ping" || method === "ui/resource-teardown") {
      this.send({ jsonrpc: "2.0", id, result: {} });
      return;
    }
    this.send({
      jsonrpc: "2.0",
      id,
      error: { code: METHOD_NOT_FOUND, message: `This page has no method ${method}` },
    });
  }
}
