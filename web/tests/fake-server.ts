import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import type { Answer, Conversation, ErrorBody, Input, Progress, WhoAmI } from "../src/api/types";
import { drawRows } from "./fake-chart";
import { FakeApprovals } from "./fake-approvals";
import { FakeExports } from "./fake-exports";
import { abstention, ANSWERS, SHOP, SUGGESTIONS } from "./fake-data";
import { runQuery } from "./fake-query";
import { FakeShares, NO_SHARE } from "./fake-shares";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

export interface FakeOptions {
  port?: number;
  stepMillis?: number;
  /** What somebody called ada has to type; without it everybody is let in. */
  password?: string;
  /** The folder of the built page; without it only operations are served. */
  page?: string;
}

/** A stand-in for the Java server with a handful of answers, to look at the page with. */
export class FakeServer {
  readonly conversations = new Map<string, Conversation>();
  private readonly deleted = new Map<string, Conversation>();
  readonly approvals = new FakeApprovals();
  readonly exports = new FakeExports();
  readonly shares = new FakeShares();
  cancelled = 0;
  /** The planners that were asked though their answer may be kept. */
  readonly fresh: string[] = [];
  signedIn = false;
  private readonly server: Server;
  private readonly options: FakeOptions;

  constructor(options: FakeOptions = {}) {
    this.options = options;
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.server.listen(this.options.port ?? 0, "127.0.0.1", resolve);
    });
    const address = this.server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    return `http://127.0.0.1:${String(port)}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (request.method === "POST" && path.startsWith("/api/v1/")) {
      const pieces: Buffer[] = [];
      for await (const piece of request) {
        pieces.push(piece as Buffer);
      }
      const input = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, string>;
      await this.operate(path.slice("/api/v1/".length), input, response);
      return;
    }
    await this.page(path, response);
  }

  private async page(path: string, response: ServerResponse): Promise<void> {
    const name =
      path === "/" ? "/index.html" : path === "/openapi.json" ? "/../openapi.json" : path;
    try {
      const body = await readFile(join(this.options.page ?? "", name));
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }

  private async operate(
    operation: string,
    input: Record<string, string>,
    response: ServerResponse,
  ): Promise<void> {
    if (this.options.password !== undefined && !this.signedIn && !operation.startsWith("sign_")) {
      send(response, UNKNOWN, 401);
      return;
    }
    switch (operation) {
      case "who_am_i":
        send(response, this.who());
        return;
      case "sign_in":
        this.signIn(input, response);
        return;
      case "sign_out":
        this.signedIn = false;
        send(response, { signed_out: true });
        return;
      case "ask":
        await this.ask(input, response);
        return;
      case "list_planners":
        send(response, {
          planners: [
            { name: "built-in", kind: "built_in", usual: true },
            { name: "scripted", kind: "model", usual: false },
          ],
        });
        return;
      case "query": {
        const result = runQuery(input.sql ?? "");
        send(response, result);
        return;
      }
      case "draw_rows":
        send(response, drawRows(input as unknown as Input<"draw_rows">));
        return;
      case "list_sources": {
        const { source: name, engine, tables } = SHOP;
        send(response, {
          sources: [{ name, engine, status: "available", tables: tables.length }],
        });
        return;
      }
      case "describe_source":
        send(response, SHOP);
        return;
      case "suggest_questions":
        send(response, { suggestions: SUGGESTIONS });
        return;
      case "list_conversations":
        send(response, {
          conversations: [...this.conversations.values()]
            .reverse()
            .filter(({ title }) => title.toLowerCase().includes((input.search ?? "").toLowerCase()))
            .map(({ id, title, turns }) => ({
              id,
              title,
              source: "shop",
              updated_at: "2025-06-01T10:00:00Z",
              turns: turns.length,
            })),
        });
        return;
      case "rename_conversation":
      case "restore_conversation":
        send(response, this.shelve(operation, input));
        return;
      case "get_conversation": {
        const found = this.conversations.get(input.conversation ?? "");
        send(response, found ?? missing(input.conversation ?? ""));
        return;
      }
      case "show_approval":
      case "approve":
      case "refuse":
        send(response, this.approvals.call(operation, input));
        return;
      case "export_query_result":
      case "export_status":
      case "cancel_job":
        send(response, this.exports.call(operation, input));
        return;
      case "share_conversation":
      case "list_shares":
      case "end_share":
        send(response, this.shares.call(operation, input));
        return;
      case "open_share":
        this.openShare(input, response);
        return;
      case "continue_share":
        send(response, { conversation: "copy" });
        return;
      case "list_proposals":
        send(response, { proposals: [], may_decide: true });
        return;
      case "give_feedback":
        send(response, { message: "Thank you." });
        return;
      case "delete_conversation":
        send(response, this.shelve(operation, input));
        return;
      default:
        send(response, { code: "OPERATION_NOT_FOUND", type: "USER", message: `No ${operation}.` });
    }
  }

  private openShare({ token }: Record<string, string>, response: ServerResponse): void {
    const whole = this.shares.open(token, ANSWERS[0]?.[1] ?? abstention("How many?"));
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    for (const turn of whole?.turns ?? []) {
      response.write(
        `event: progress\ndata: ${JSON.stringify({ step: "turn", detail: turn })}\n\n`,
      );
    }
    response.end(
      whole
        ? `event: result\ndata: ${JSON.stringify(whole)}\n\n`
        : `event: error\ndata: ${JSON.stringify({ error: NO_SHARE })}\n\n`,
    );
  }

  /** Renames, deletes or restores a conversation. */
  private shelve(operation: string, { conversation: id = "", title }: Record<string, string>) {
    const found = this.conversations.get(id) ?? this.deleted.get(id);
    if (!found) {
      return missing(id);
    }
    if (operation === "delete_conversation") {
      this.deleted.set(id, found);
      this.conversations.delete(id);
      return { deleted: true, restorable_until: "2025-06-01T10:10:00Z" };
    }
    const kept = { ...found, title: title ?? found.title };
    this.conversations.set(id, kept);
    return { conversation: id, title: kept.title };
  }

  private who(): WhoAmI {
    const open = this.options.password === undefined;
    return {
      name: open ? "local" : "ada",
      roles: open ? [] : ["analyst"],
      attributes: {},
      door: "web",
      method: open ? "nothing" : "session",
      open,
    };
  }

  private signIn(input: Record<string, string>, response: ServerResponse): void {
    if (input.password === "again and again") {
      const message = "Too many attempts failed; try again in 3 s";
      send(response, { code: "TOO_MANY_ATTEMPTS", type: "RESOURCES", message, retry_after: 3 });
      return;
    }
    this.signedIn = input.name === "ada" && input.password === this.options.password;
    const wrong = "The name or the password is wrong; try again";
    send(
      response,
      this.signedIn
        ? { name: "ada", roles: ["analyst"], expires_at: "2025-06-08T10:00:00Z" }
        : { ...UNKNOWN, message: wrong },
      this.signedIn ? 200 : 401,
    );
  }

  private async ask(input: Record<string, string>, response: ServerResponse): Promise<void> {
    if (input.fresh) {
      this.fresh.push(input.planner ?? "");
    }
    const again = this.conversations.get(input.planner ? (input.conversation ?? "") : "");
    const first = again?.turns.at(-1)?.answer;
    const question = first?.question ?? input.question ?? "";
    const planned =
      ANSWERS.find(([pattern]) => pattern.test(question))?.[1] ?? abstention(question);
    let open = true;
    response.once("close", () => {
      this.cancelled += open ? 1 : 0;
      open = false;
    });
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const event = (name: string, data: unknown) => {
      response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    for (const step of progressOf(planned)) {
      await new Promise((resolve) => setTimeout(resolve, this.options.stepMillis ?? 350));
      if (!isOpen()) {
        return;
      }
      event("progress", step);
    }
    if (/break/i.test(question)) {
      const error: ErrorBody = {
        code: "ENGINE_FAILED",
        type: "EXTERNAL",
        message: "Source `shop` closed the connection while the query ran.",
      };
      event("error", { error });
    } else {
      const by = input.planner ?? "built-in";
      const answer = { ...planned, trust: { ...planned.trust, planner: by } };
      const version = first && { version_of: first.version_of ?? first.turn };
      event("result", this.keep(question, { ...answer, ...version }, input.conversation));
    }
    open = false;
    response.end();

    function isOpen(): boolean {
      return open;
    }
  }

  private keep(
    question: string,
    planned: Omit<Answer, "conversation" | "turn" | "question">,
    conversation?: string,
  ): Answer {
    const id = conversation ?? `c${String(this.conversations.size + 1)}`;
    const known = this.conversations.get(id) ?? { id, title: question, turns: [] };
    const turn = `${id}-${String(known.turns.length + 1)}`;
    const answer: Answer = { ...planned, question, conversation: id, turn };
    known.turns.push({ id: turn, question, answer, created_at: "2025-06-01T10:00:00Z" });
    this.conversations.set(id, known);
    return answer;
  }
}

function missing(id: string): ErrorBody {
  const message = `Conversation \`${id}\` not found; it may have been deleted. Start a new one.`;
  return { code: "CONVERSATION_NOT_FOUND", type: "USER", message };
}

const UNKNOWN: ErrorBody = {
  code: "UNAUTHENTICATED",
  type: "DENIED",
  message: "Sign in, or show a valid API key",
};

function send(response: ServerResponse, payload: object, status?: number): void {
  const failed = "code" in payload && "message" in payload;
  response.writeHead(status ?? (failed ? 400 : 200), { "Content-Type": "application/json" });
  response.end(JSON.stringify(failed ? { error: payload } : payload));
}

function progressOf(planned: Omit<Answer, "conversation" | "turn" | "question">): Progress[] {
  const { understood, paraphrase, sql, source, columns, rows } = planned;
  if (planned.status !== "answered") {
    return [{ step: "understood", detail: { understood } }];
  }
  return [
    { step: "understood", detail: { understood } },
    { step: "planned", detail: { paraphrase: paraphrase ?? "", sql: sql ?? "" } },
    { step: "running", detail: { source: source ?? "" } },
    { step: "rows", detail: { columns, rows: rows.slice(0, 20) } },
  ];
}
