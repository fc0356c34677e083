import { afterEach, describe, expect, it } from "vitest";
import { read, STEPS, TourStore } from "./tour-store";

const kept = () => read(localStorage.getItem("alidade.tour"));

afterEach(() => {
  localStorage.clear();
});

describe("the first steps", () => {
  it("begin shown, with nothing done", () => {
    expect(new TourStore().snapshot()).toEqual({ done: [], shown: true });
  });

  it("are ticked by what is done, in whatever order, once", () => {
    const store = new TourStore();
    store.did("chart");
    store.did("ask");
    const after = store.snapshot();
    store.did("ask");
    expect(after).toMatchObject({ done: ["ask", "chart"], latest: "ask" });
    expect(store.snapshot()).toBe(after);
  });

  it("are remembered by the browser, also that they are hidden", () => {
    const store = new TourStore();
    store.did("sql");
    store.hide();
    expect(new TourStore().snapshot()).toMatchObject({ done: ["sql"], shown: false });
  });

  it("come back as they were, and anew after all were done", () => {
    const store = new TourStore();
    store.did("ask");
    store.hide();
    store.show();
    expect(store.snapshot()).toMatchObject({ done: ["ask"], shown: true, open: true });
    STEPS.forEach(store.did);
    expect(store.snapshot()).toMatchObject({ done: STEPS, open: false });
    store.show();
    expect(kept()).toMatchObject({ done: [], shown: true, open: true });
  });

  it("begin anew where something else was kept in their place", () => {
    expect(read("{")).toEqual({ done: [], shown: true });
    expect(read('"yes"')).toEqual({ done: [], shown: true });
    expect(read('{"shown":true,"done":["ask","dance"],"open":"wide"}')).toEqual({
      done: ["ask"],
      shown: true,
    });
  });
});
