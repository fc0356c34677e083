import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { withServer } from "../../tests/with-server";
import { ShareButton } from "./ShareButton";
import SharedPage from "./SharedPage";

withServer();

describe("SharedPage", () => {
  it("shows what the reader may see, and says of the rest that there is one", async () => {
    render(<SharedPage parts={["shr_right"]} />);
    const turn = await screen.findByRole("article", { name: "How many orders are there?" });
    expect(within(turn).getByTestId("paraphrase").textContent).not.toBe("");
    const hidden = screen.getByRole("article", { name: "Question 2 is not shown" });
    expect(hidden.textContent).toContain("Code PERMISSION_DENIED");
    expect(await screen.findByText(/Shared by olga/)).toBeDefined();
    expect(screen.queryByRole("textbox", { name: "Your question" })).toBeNull();
  });

  it("goes on in a conversation of the reader's own", async () => {
    render(<SharedPage parts={["shr_right"]} />);
    await userEvent.click(await screen.findByRole("button", { name: "Continue from here" }));
    await screen.findByText(/Shared by olga/);
    expect(window.location.hash).toBe("#/c/copy");
    window.location.hash = "";
  });

  it("says so where a link opens nothing", async () => {
    render(<SharedPage parts={["shr_ended"]} />);
    expect((await screen.findByRole("alert")).textContent).toContain("This link opens nothing");
    expect(screen.getByRole("link", { name: "Ask a question of your own" })).toBeDefined();
  });
});

describe("ShareButton", () => {
  it("makes a link, and ends it", async () => {
    render(<ShareButton conversation="c1" />);
    await userEvent.click(screen.getByRole("button", { name: "Share" }));
    await userEvent.selectOptions(screen.getByRole("combobox"), "after a week");
    await userEvent.click(screen.getByRole("button", { name: "Make a link" }));
    const link = await screen.findByRole<HTMLInputElement>("textbox", {
      name: "Link to this conversation",
    });
    expect(link.value).toMatch(/#\/shared\/shr_right$/);
    await userEvent.click(await screen.findByRole("button", { name: /^End the link made/ }));
    await expect
      .poll(() => screen.queryByRole("button", { name: /^End the link made/ }))
      .toBeNull();
    expect(screen.queryByRole("textbox", { name: "Link to this conversation" })).toBeNull();
  });
});
