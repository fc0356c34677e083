export interface ServerEvent {
  event: string;
  data: string;
}

/** Turns the text of a server-sent event stream, in pieces of any size, into events. */
export class EventParser {
  private buffer = "";
  private event = "";
  private data: string[] = [];

  push(piece: string): ServerEvent[] {
    this.buffer += piece;
    const events: ServerEvent[] = [];
    for (;;) {
      const end = this.buffer.search(/\r\n|\n|\r(?!$)/);
      if (end < 0) {
        return events;
      }
      const line = this.buffer.slice(0, end);
      const width = this.buffer.startsWith("\r\n", end) ? 2 : 1;
      this.buffer = this.buffer.slice(end + width);
      const event = this.take(line);
      if (event) {
        events.push(event);
      }
    }
  }

  private take(line: string): ServerEvent | undefined {
    if (line === "") {
      return this.dispatch();
    }
    const colon = line.indexOf(":");
    if (colon === 0) {
      return undefined;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") {
      this.event = value;
    } else if (field === "data") {
      this.data.push(value);
    }
    return undefined;
  }

  private dispatch(): ServerEvent | undefined {
    const event = { event: this.event || "message", data: this.data.join("\n") };
    const empty = this.data.length === 0;
    this.event = "";
    this.data = [];
    return empty ? undefined : event;
  }
}

/** Reads a response body as server-sent events, as they come. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parser = new EventParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
