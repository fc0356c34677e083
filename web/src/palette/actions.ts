import { useEffect, useId, useSyncExternalStore } from "react";

/** Something that can be done where one is. */
export interface Action {
  id: string;
  name: string;
  /** What it is done with. */
  hint?: string;
  run: () => void;
}

const NONE: readonly Action[] = [];

/** What the parts of the page that are shown can do, the latest shown first. */
class ActionList {
  private readonly contributed = new Map<string, readonly Action[]>();
  private readonly listeners = new Set<() => void>();
  private all = NONE;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): readonly Action[] => this.all;

  contribute(part: string, actions: readonly Action[]): void {
    this.contributed.set(part, actions);
    this.tell();
  }

  withdraw(part: string): void {
    this.contributed.delete(part);
    this.tell();
  }

  private tell(): void {
    this.all = [...this.contributed.values()].reverse().flat();
    for (const listener of this.listeners) {
      listener();
    }
  }
}

const list = new ActionList();

/** Lets the palette do this as long as the part of the page that calls it is shown. */
export function useActions(actions: readonly Action[]): void {
  const part = useId();
  // What an action closes over changes with every drawing, so it is handed over with every one.
  useEffect(() => {
    list.contribute(part, actions);
  });
  useEffect(
    () => () => {
      list.withdraw(part);
    },
    [part],
  );
}

/** Everything that can be done now. */
export function useListedActions(): readonly Action[] {
  return useSyncExternalStore(list.subscribe, list.snapshot);
}
