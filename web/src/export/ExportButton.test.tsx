import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withServer } from "../../tests/with-server";
import { ExportButton } from "./ExportButton";
import { fileName } from "./formats";

const server = withServer();
const saved: string[] = [];

function show(sql = "SELECT * FROM orders") {
  return render(<ExportButton what={{ source: "shop", sql, name: "Orders per month" }} />);
}

async function choose(format: RegExp) {
  await userEvent.click(screen.getByRole("button", { name: "Export" }));
  await userEvent.click(await screen.findByRole("button", { name: format }));
}

beforeEach(() => {
  server.exports.looks = 1;
  server.exports.cancelled = 0;
  saved.length = 0;
  // The browser would fetch the file; here it is only noted which.
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("ExportButton", () => {
  it("saves the file when it is written, and offers it again", async () => {
    show();
    await choose(/^Excel/);
    const link = await screen.findByRole<HTMLAnchorElement>("link", { name: /^Download/ });
    expect(screen.getByRole("status").textContent).toMatch(/^1,200 rows/);
    expect(link.getAttribute("href")).toMatch(/\/api\/v1\/exports\/job_1\/.*\.xlsx$/);
    expect(saved).toEqual(["Orders per month.xlsx"]);
    expect(server.exports.formats.at(-1)).toBe("excel");
    await userEvent.click(screen.getByRole("button", { name: "Another format" }));
    expect(await screen.findByRole("button", { name: /^Parquet/ })).toBeDefined();
  });

  it("says how far it is, and stops", async () => {
    server.exports.looks = Number.POSITIVE_INFINITY;
    show();
    await choose(/^CSV/);
    expect(await screen.findByText("600 rows so far")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Cancel the export" }));
    expect(await screen.findByText(/^Cancelled/)).toBeDefined();
    await vi.waitFor(() => {
      expect(server.exports.cancelled).toBe(1);
    });
    expect(saved).toEqual([]);
  });

  it("stops what nobody can fetch any more", async () => {
    server.exports.looks = Number.POSITIVE_INFINITY;
    const { unmount } = show();
    await choose(/^CSV/);
    await screen.findByText("600 rows so far");
    unmount();
    await vi.waitFor(() => {
      expect(server.exports.cancelled).toBe(1);
    });
  });

  it("says why it failed", async () => {
    show("SELECT * FROM secret");
    await choose(/^JSON/);
    expect((await screen.findByRole("alert")).textContent).toContain("You may not read `secret`.");
  });
});

describe("fileName", () => {
  it("keeps what a name may hold", () => {
    expect(fileName("How many orders, by month?")).toBe("How many orders by month");
    expect(fileName("../../etc/passwd")).toBe("etc passwd");
    expect(fileName("Größe > 10 €")).toBe("Größe 10");
    expect(fileName("???")).toBe("result");
  });
});
