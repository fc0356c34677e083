import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ChatStore } from "@/chat/chat-store";
import { ChatContext } from "@/chat/use-chat";
import { CatalogContext } from "@/schema/catalog";
import { CatalogStore } from "@/schema/catalog-store";
import { baseAt, withServer } from "../tests/with-server";
import { App } from "./App";

const server = withServer();

function open(chats = new ChatStore()) {
  render(
    <CatalogContext value={new CatalogStore()}>
      <ChatContext value={chats}>
        <App />
      </ChatContext>
    </CatalogContext>,
  );
}

async function ask(question: string) {
  const box = screen.getByRole("textbox", { name: "Your question" });
  await userEvent.type(box, `${question}{Enter}`);
  return screen.findByRole("article", { name: question });
}

afterEach(() => {
  window.location.hash = "";
});

describe("App", () => {
  it("answers a suggested question and keeps it under an address", async () => {
    open();
    await userEvent.click(
      await screen.findByRole("button", { name: "How many orders are there?" }),
    );
    expect((await screen.findByTestId("number")).textContent).toBe("81,204");
    expect(window.location.hash).toMatch(/^#\/c\/c\d+$/);
    const list = screen.getByRole("navigation", { name: "Conversations" });
    expect(
      await within(list).findByRole("link", { name: "How many orders are there?" }),
    ).toBeDefined();
  });

  it("asks back, and an option asks its question", async () => {
    open();
    const turn = await ask("Which is the best region?");
    await userEvent.click(await within(turn).findByRole("button", { name: /By number of orders/ }));
    expect((await screen.findByTestId("number")).textContent).toBe("81,204");
    expect(server.conversations.size).toBeGreaterThan(0);
  });

  it("brings a question back to be changed", async () => {
    open();
    const turn = await ask("Orders per month");
    await within(turn).findByTestId("paraphrase");
    const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your question" });
    await userEvent.type(box, "{ArrowUp}");
    expect(box.value).toBe("Orders per month");
    await userEvent.clear(box);
    await userEvent.click(within(turn).getByRole("button", { name: "Edit this question" }));
    expect(box.value).toBe("Orders per month");
  });

  it("searches conversations, renames one, and takes a deletion back", async () => {
    open();
    await ask("Orders per month");
    await ask("How many orders are there?");
    const list = screen.getByRole("navigation", { name: "Conversations" });
    const title = /^Orders per month/;
    await within(list).findAllByRole("link", { name: title });
    await userEvent.type(within(list).getByRole("searchbox"), "zebra");
    expect(await within(list).findByText(/No question of yours has “zebra”/)).toBeDefined();
    await userEvent.click(within(list).getByRole("button", { name: "Clear the search" }));

    const renames = await within(list).findAllByRole("button", { name: /^Rename Orders per/ });
    await userEvent.click(renames[0] ?? list);
    const name = within(list).getByRole("textbox", { name: "New title" });
    await userEvent.clear(name);
    await userEvent.type(name, "By month{Enter}");
    expect(await within(list).findByRole("link", { name: "By month" })).toBeDefined();

    await userEvent.click(within(list).getByRole("button", { name: "Delete By month" }));
    expect(await within(list).findByText("Deleted “By month”.")).toBeDefined();
    await userEvent.click(within(list).getByRole("button", { name: "Undo" }));
    expect(await within(list).findByRole("link", { name: "By month" })).toBeDefined();
  });

  it("has another planner answer again, and shows both answers", async () => {
    open();
    const turn = await ask("How many orders are there?");
    await userEvent.click(await within(turn).findByRole("button", { name: "Another planner" }));
    const others = await screen.findAllByRole("menuitem");
    expect(others.map((each) => each.textContent)).toEqual(["scripteda language model"]);
    await userEvent.click(others[0] ?? turn);
    const note = await screen.findByText("Answer by scripted");
    expect(note.closest("[data-testid=version]")?.textContent).toContain("The same rows");
    expect(screen.getAllByRole("article", { name: "How many orders are there?" })).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: /^Answer by Built-in planner/ }));
    expect(screen.getAllByTestId("paraphrase")).toHaveLength(2);
    const conversation = [...server.conversations.values()].at(-1);
    expect(conversation?.turns.at(-1)?.answer.version_of).toBe(conversation?.turns[0]?.id);
  });

  it("has a model answer afresh, of which the same answer may be kept", async () => {
    open();
    const turn = await ask("How many orders are there?");
    const another = () => screen.getByRole("button", { name: "Another planner" });
    await within(turn).findByRole("button", { name: "Another planner" });
    await userEvent.click(another());
    await userEvent.click(await screen.findByRole("menuitem", { name: /^scripted/ }));
    await screen.findByText("Answer by scripted");
    expect(server.fresh).toEqual([]);
    await userEvent.click(another());
    await userEvent.click(await screen.findByRole("menuitem", { name: /^scripted, afresh/ }));
    await vi.waitFor(() => {
      expect([...server.conversations.values()].at(-1)?.turns).toHaveLength(3);
    });
    await screen.findByText("The same rows as the answer before");
    expect(server.fresh).toEqual(["scripted"]);
  });

  it("goes on with a question while another page is open", async () => {
    const chats = new ChatStore();
    open(chats);
    const box = screen.getByRole("textbox", { name: "Your question" });
    await userEvent.type(box, "Orders per month{Enter}");
    window.location.hash = "#/workbench";
    cleanup();
    window.location.hash = "#/";
    open(chats);
    expect((await screen.findByTestId("paraphrase")).textContent).toContain("each month");
    expect(window.location.hash).toMatch(/^#\/c\/c\d+$/);
  });

  it("names the words that it did not understand", async () => {
    open();
    const turn = await ask("flurble the grommets");
    const words = await within(turn).findAllByTestId("unexplained");
    expect(words.map((word) => word.textContent)).toEqual(["flurble", "grommets"]);
  });

  it("shows a failure in the middle of an answer with a way to retry", async () => {
    open();
    const turn = await ask("How many orders break?");
    const alert = await within(turn).findByRole("alert");
    expect(alert.textContent).toContain("closed the connection");
    expect(within(alert).getByRole("button", { name: "Retry" })).toBeDefined();
  });

  it("opens a conversation from the address, and says when it is gone", async () => {
    open();
    await ask("Orders per month");
    await screen.findByTestId("paraphrase");
    const id = [...server.conversations.keys()].at(-1) ?? "";
    cleanup();
    window.location.hash = `#/c/${id}`;
    open();
    expect((await screen.findByTestId("paraphrase")).textContent).toContain("each month");
    await userEvent.click(screen.getByRole("button", { name: "New question" }));
    expect(await screen.findByRole("heading", { name: /like to know/ })).toBeDefined();
    window.location.hash = "#/c/gone";
    expect(await screen.findByText(/Conversation `gone` not found/)).toBeDefined();
  });

  it("says that the server cannot be reached, and recovers", async () => {
    const address = document.baseURI;
    baseAt("http://127.0.0.1:9/");
    open();
    const schema = screen.getByRole("region", { name: "Schema" });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Alidade did not answer");
    baseAt(address);
    await userEvent.click(within(alert).getByRole("button", { name: "Retry" }));
    expect(await within(schema).findByRole("button", { name: /order_items/ })).toBeDefined();
  });
});
