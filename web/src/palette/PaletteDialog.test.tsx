import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { withServer } from "../../tests/with-server";
import { CatalogContext } from "@/schema/catalog";
import { CatalogStore } from "@/schema/catalog-store";
import { useActions } from "./actions";
import { Palette } from "./Palette";

withServer();

async function open() {
  render(
    <CatalogContext value={new CatalogStore()}>
      <Palette />
    </CatalogContext>,
  );
  await userEvent.keyboard("{Control>}k{/Control}");
  return screen.findByRole("combobox", { name: "Go to or do" });
}

afterEach(() => {
  window.location.hash = "";
});

describe("Palette", () => {
  it("opens by its keys, closes by Escape, and takes the focus", async () => {
    const box = await open();
    expect(document.activeElement).toBe(box);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("goes by a few letters and Enter", async () => {
    await open();
    await screen.findByRole("option", { name: /^orders/ });
    await userEvent.keyboard("wkb");
    expect(screen.getByRole("option", { selected: true }).textContent).toBe("Workbench");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => {
      expect(window.location.hash).toBe("#/workbench");
    });
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("moves by arrows, around the ends", async () => {
    await open();
    const first = screen.getAllByRole("option")[0];
    expect(first?.getAttribute("aria-selected")).toBe("true");
    await userEvent.keyboard("{ArrowDown}{ArrowUp}{ArrowUp}");
    const all = screen.getAllByRole("option");
    expect(all.at(-1)?.getAttribute("aria-selected")).toBe("true");
    expect(screen.getByRole("combobox").getAttribute("aria-activedescendant")).toBe(all.at(-1)?.id);
  });

  it("changes the theme", async () => {
    await open();
    await userEvent.keyboard("dark the{Enter}");
    await waitFor(() => {
      expect(localStorage.getItem("alidade.theme")).toBe("dark");
    });
    await userEvent.keyboard("{Control>}k{/Control}");
    await screen.findByRole("combobox");
    await userEvent.keyboard("theme as{Enter}");
    await waitFor(() => {
      expect(localStorage.getItem("alidade.theme")).toBe("system");
    });
  });

  it("does what the parts of the page that are shown can do, as they are now", async () => {
    const done: string[] = [];
    function Part({ name }: { name: string }) {
      useActions([{ id: "it", name: `Polish the ${name}`, run: () => done.push(name) }]);
      return null;
    }
    const part = render(<Part name="brass" />);
    part.rerender(<Part name="glass" />);
    await open();
    await userEvent.keyboard("polish{Enter}");
    await waitFor(() => {
      expect(done).toEqual(["glass"]);
    });
    part.unmount();
    await userEvent.keyboard("{Control>}k{/Control}");
    await userEvent.type(await screen.findByRole("combobox"), "polish");
    expect(screen.queryByRole("option", { name: /^Polish/ })).toBeNull();
  });

  it("opens a table in the workbench, and says so where nothing is called that", async () => {
    await open();
    await userEvent.click(await screen.findByRole("option", { name: /^orders/ }));
    await waitFor(() => {
      expect(window.location.hash).toMatch(/^#\/workbench\?source=shop&sql=SELECT/);
    });
    await userEvent.keyboard("{Control>}k{/Control}");
    await userEvent.type(await screen.findByRole("combobox"), "zzzz");
    expect(screen.getByRole("status").textContent).toContain("zzzz");
  });
});
