import { afterAll, beforeAll } from "vitest";
import { FakeServer } from "./fake-server";

/** Points the document at an address, as if the page had come from there. */
export function baseAt(address: string): void {
  const base = document.querySelector("base") ?? document.createElement("base");
  base.href = address;
  document.head.append(base);
}

/** A fake server for a file of tests, with the document pointed at it. */
export function withServer(stepMillis = 5): FakeServer {
  const server = new FakeServer({ stepMillis });
  beforeAll(async () => {
    baseAt(await server.start());
  });
  afterAll(() => server.stop());
  return server;
}
