import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { proposed } from "../../tests/fake-approvals";
import { withServer } from "../../tests/with-server";
import { Pages } from "../Pages";

const server = withServer();
const ADDRESS = "#/approvals/apr_1";

beforeEach(() => {
  server.approvals.known.clear();
  window.location.hash = ADDRESS;
});

function show(...changes: Parameters<typeof proposed>) {
  server.approvals.known.set("apr_1", proposed(...changes));
  render(<Pages />);
}

const card = () => screen.findByRole("article", { name: /orders/ });

describe("ApprovalPage", () => {
  it("shows who asks for what, the statement with its values, and what becomes of rows", async () => {
    show();
    const shown = within(await card());
    expect(shown.getByRole("heading", { level: 1 }).textContent).toBe("Change 2 rows of orders");
    expect(shown.getByText("a model, acting for").textContent).toBe("a model, acting for wendy");
    expect(shown.getByText("Waits for approval")).toBeDefined();
    const statement = shown.getByRole("region", { name: /statement/ });
    expect(statement.textContent).toBe("UPDATE orders SET status = ? WHERE id < 3");
    expect(await shown.findByText("UPDATE", { selector: "span" })).toBeDefined();
    expect(shown.getByText('"sent"')).toBeDefined();
    const [, first, second] = shown.getAllByRole("row");
    expect(first?.textContent).toBe("1open→sent");
    // What stays as it is is no change.
    expect(second?.textContent).toBe("2sent");
  });

  it("approves with the keyboard, says so, and leads there", async () => {
    show();
    const button = await screen.findByRole("button", { name: "Approve, and change 2 rows" });
    button.focus();
    await userEvent.keyboard("{Enter}");
    expect((await screen.findByTestId("outcome")).textContent).toContain("Approved by ada on");
    expect(screen.getByRole("status").textContent).toContain("2 rows of orders were changed.");
    expect(screen.getByRole("status").textContent).toContain("A model that still waits is told.");
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    expect(screen.queryByRole("button", { name: /Approve/ })).toBeNull();
  });

  it("refuses with a reason, and can be thought over", async () => {
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Refuse…" }));
    const why = screen.getByRole("textbox", { name: "Why not? wendy reads this." });
    expect(document.activeElement).toBe(why);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("textbox")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Refuse…" }));
    await userEvent.type(screen.getByRole("textbox"), " the quarter is closed ");
    await userEvent.click(screen.getByRole("button", { name: "Refuse" }));
    const outcome = await screen.findByTestId("outcome");
    expect(outcome.textContent).toContain("Refused by ada");
    expect(within(outcome).getByText("the quarter is closed")).toBeDefined();
    expect(server.approvals.known.get("apr_1")?.note).toBe("the quarter is closed");
  });

  it("asks again where the data has changed meanwhile", async () => {
    show();
    server.approvals.changedTo = 7;
    await userEvent.click(await screen.findByRole("button", { name: /Approve/ }));
    const again = await screen.findByRole<HTMLButtonElement>("button", {
      name: "Approve, and change 7 rows",
    });
    // A click that was meant for two rows is none for seven.
    expect(again.disabled).toBe(true);
    await waitFor(() => {
      expect(again.disabled).toBe(false);
    });
    expect(screen.getByRole("status").textContent).toBe("The data has changed; look again.");
  });

  it("says that somebody was faster, and what they decided", async () => {
    show();
    const button = await screen.findByRole("button", { name: /Approve/ });
    server.approvals.known.set(
      "apr_1",
      proposed({ state: "refused", decided_by: "zoe", note: "not today" }),
    );
    await userEvent.click(button);
    expect((await screen.findByTestId("outcome")).textContent).toContain("Refused by zoe");
  });

  it("tells who may not decide why, and offers the address for who may", async () => {
    show({ cannot_approve: "You proposed this write; somebody else has to approve it" });
    expect(
      await screen.findByText("You proposed this write; somebody else has to approve it."),
    ).toBeDefined();
    expect(screen.queryByRole("button", { name: /Approve/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Copy address" })).toBeDefined();
  });

  it.each([
    ["expired", "Nobody decided in time."],
    ["failed", "It could not be done."],
    ["done", "Approved"],
    ["running", "running now"],
  ] as const)("shows one that is %s", async (state, words) => {
    show({ state });
    expect((await screen.findByTestId("outcome")).textContent).toContain(words);
    expect(screen.queryByRole("button", { name: /Approve/ })).toBeNull();
  });

  it("shows no rows to who may not see them", async () => {
    show({ preview: { ...proposed().preview, columns: [], rows: [] } });
    expect(await screen.findByText(/cannot be shown to you/)).toBeDefined();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("does not tell what there is to who may not see it", async () => {
    render(<Pages />);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("There is no such write for you here");
    expect(alert.textContent).toContain("apr_1");
  });

  it("is left for the questions", async () => {
    show();
    await card();
    const link = screen.getByRole("link", { name: "Alidade" });
    // The base of the document is the server's here, so that a click would leave it.
    window.location.hash = link.getAttribute("href") ?? "";
    expect(await screen.findByRole("textbox", { name: "Your question" })).toBeDefined();
  });
});
