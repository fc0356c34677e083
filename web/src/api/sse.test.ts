import { describe, expect, it } from "vitest";
import { EventParser, readEvents, type ServerEvent } from "./sse";

const TEXT =
  ': hello\nevent: progress\ndata: {"step":"planned"}\n\n' +
  "event: result\r\ndata: one\r\ndata:two\r\n\r\nid: 7\n\n";

const EVENTS = [
  { event: "progress", data: '{"step":"planned"}' },
  { event: "result", data: "one\ntwo" },
];

describe("EventParser", () => {
  it("reads events whatever the line ends", () => {
    expect(new EventParser().push(TEXT)).toEqual(EVENTS);
  });

  it("reads the same events from any cut of the text", () => {
    for (let cut = 1; cut < TEXT.length; cut++) {
      const parser = new EventParser();
      const events = [...parser.push(TEXT.slice(0, cut)), ...parser.push(TEXT.slice(cut))];
      expect(events, `cut at ${String(cut)}`).toEqual(EVENTS);
    }
  });

  it("takes an event without a name for a message", () => {
    expect(new EventParser().push("data: x\n\n")).toEqual([{ event: "message", data: "x" }]);
  });

  it("keeps an unfinished event to itself", () => {
    expect(new EventParser().push("event: result\ndata: x\n")).toEqual([]);
  });
});

describe("readEvents", () => {
  it("decodes a character that is cut in two", async () => {
    const bytes = new TextEncoder().encode("data: Zürich\n\n");
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 8));
        controller.enqueue(bytes.slice(8));
        controller.close();
      },
    });
    const events: ServerEvent[] = [];
    for await (const event of readEvents(body)) {
      events.push(event);
    }
    expect(events).toEqual([{ event: "message", data: "Zürich" }]);
  });
});
