import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { App } from "../App";
import { FakeServer } from "../../tests/fake-server";
import { baseAt } from "../../tests/with-server";
import { SignedIn } from "./SignedIn";

const PASSWORD = "correct horse";
const closed = new FakeServer({ stepMillis: 5, password: PASSWORD });
const open = new FakeServer({ stepMillis: 5 });
let closedAt = "";
let openAt = "";

beforeAll(async () => {
  closedAt = await closed.start();
  openAt = await open.start();
});

afterAll(async () => {
  await closed.stop();
  await open.stop();
});

beforeEach(() => {
  closed.signedIn = false;
  window.location.hash = "";
});

function show(address: string) {
  baseAt(address);
  render(
    <SignedIn>
      <App />
    </SignedIn>,
  );
}

async function signIn(password: string) {
  const form = await screen.findByRole("form", { name: "Sign in" });
  const name = within(form).getByLabelText("Name");
  await userEvent.clear(name);
  await userEvent.type(name, "ada");
  const box = within(form).getByLabelText("Password");
  await userEvent.clear(box);
  await userEvent.type(box, `${password}{Enter}`);
}

describe("SignedIn", () => {
  it("lets everybody in where the server does, and names nobody", async () => {
    show(openAt);
    expect(await screen.findByRole("textbox", { name: "Your question" })).toBeDefined();
    expect(screen.queryByRole("button", { name: /Signed in/ })).toBeNull();
  });

  it("asks who is there, says what is wrong, and lets in whoever is right", async () => {
    show(closedAt);
    await signIn("wrong");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toBe("The name or the password is wrong; try again");
    await signIn(PASSWORD);
    expect(await screen.findByRole("textbox", { name: "Your question" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Signed in as ada" })).toBeDefined();
  });

  it("waits as long as the server wants", async () => {
    show(closedAt);
    await signIn("again and again");
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: /Wait [1-3] s/ });
    expect(button.disabled).toBe(true);
    expect(await screen.findByRole("button", { name: "Sign in" })).toBeDefined();
  });

  it("signs out, and shows nothing of the page any more", async () => {
    show(closedAt);
    await signIn(PASSWORD);
    await userEvent.click(await screen.findByRole("button", { name: "Signed in as ada" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
    expect(await screen.findByRole("form", { name: "Sign in" })).toBeDefined();
    expect(screen.queryByRole("textbox", { name: "Your question" })).toBeNull();
    expect(closed.signedIn).toBe(false);
  });

  it("comes back to where one was when a session ends", async () => {
    show(closedAt);
    await signIn(PASSWORD);
    const question = await screen.findByRole("textbox", { name: "Your question" });
    await userEvent.type(question, "Orders per month{Enter}");
    await screen.findByTestId("paraphrase");
    const address = window.location.hash;
    expect(address).toMatch(/^#\/c\//);

    act(() => {
      closed.signedIn = false;
    });
    await userEvent.type(
      screen.getByRole("textbox", { name: "Your question" }),
      "How many orders are there?{Enter}",
    );
    expect(await screen.findByText(/Your session has ended/)).toBeDefined();
    await signIn(PASSWORD);

    expect(await screen.findByTestId("paraphrase")).toBeDefined();
    expect(window.location.hash).toBe(address);
  });
});
