import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { Tour } from "./Tour";
import { STEPS, tour } from "./tour-store";

function done(): string[] {
  return screen
    .queryAllByRole("listitem")
    .filter((each) => each.dataset.done === "true")
    .map((each) => each.dataset.step ?? "");
}

// Whoever has done all of them begins anew.
beforeEach(() => {
  STEPS.forEach(tour.did);
  tour.show();
});

describe("Tour", () => {
  it("ticks a step when it is done, says so, and leads to the next", async () => {
    render(
      <>
        <Tour />
        <p data-tour="data">
          <button type="button">shop</button>
        </p>
      </>,
    );
    expect(screen.getAllByRole("button", { name: "Show me" })).toHaveLength(5);
    tour.did("ask");
    expect((await screen.findByRole("status")).textContent).toBe("Done: Ask a question. 1 of 5.");
    expect(done()).toEqual(["ask"]);
    await userEvent.click(screen.getByRole("button", { name: "All steps" }));
    expect(screen.queryByRole("list")).toBeNull();
    expect(screen.getByText("Next: Look at the SQL")).toBeDefined();
  });

  it("hides until it is asked for", async () => {
    render(<Tour />);
    await userEvent.click(screen.getByRole("button", { name: "Hide the first steps" }));
    expect(screen.queryByRole("region", { name: "First steps" })).toBeNull();
    tour.show();
    const steps = await screen.findByRole("region", { name: "First steps" });
    expect(within(steps).getAllByRole("listitem")).toHaveLength(5);
  });
});
