import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ApiError, UnreachableError } from "@/api/errors";
import { ErrorNotice } from "@/ui/error-notice";
import { QueryError } from "./QueryError";

describe("QueryError", () => {
  it("shows the message and the word at fault in its line", () => {
    const error = new ApiError({
      code: "COLUMN_NOT_FOUND",
      type: "USER",
      message: "Column `regoin` not found in `stores`; did you mean `region`?",
      location: { line: 2, column: 7, offset: 15 },
    });
    render(<QueryError error={error} sql={"SELECT *\nWHERE regoin = 1"} />);
    expect(screen.getByRole("alert").textContent).toContain("did you mean `region`?");
    expect(screen.getByText("Line 2, column 7")).toBeDefined();
    expect(document.querySelector("mark")?.textContent).toBe("regoin");
  });

  it("shows a next step where no place is known", () => {
    render(<QueryError error={new UnreachableError()} sql="SELECT 1" />);
    expect(screen.getByRole("alert").textContent).toContain("still running");
  });
});

describe("ErrorNotice", () => {
  it("offers to try again", async () => {
    let tries = 0;
    render(
      <ErrorNotice
        error={new UnreachableError()}
        onRetry={() => {
          tries += 1;
        }}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(tries).toBe(1);
  });

  it("says something of what is no error at all", () => {
    render(<ErrorNotice error="odd" />);
    expect(screen.getByRole("alert").textContent).toContain("Something unexpected");
  });
});
