import { call } from "@/api/client";
import type { SourceDescription, SourceSummary } from "@/api/types";

export type Loaded<T> =
  { state: "loading" } | { state: "ready"; data: T } | { state: "failed"; error: unknown };

export interface Catalog {
  sources: Loaded<SourceSummary[]>;
  descriptions: ReadonlyMap<string, Loaded<SourceDescription>>;
}

/** What the page knows of the sources; each is described once, when somebody looks. */
export class CatalogStore {
  private catalog: Catalog = { sources: { state: "loading" }, descriptions: new Map() };
  private readonly listeners = new Set<() => void>();
  private started = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): Catalog => this.catalog;

  readonly start = (): void => {
    if (!this.started) {
      this.reload();
    }
  };

  readonly reload = (): void => {
    this.started = true;
    // A failure stays on the page until it is over, so that it does not flicker.
    if (this.catalog.sources.state === "ready") {
      this.change({ sources: { state: "loading" }, descriptions: new Map() });
    }
    call("list_sources", {}).then(
      ({ sources }) => {
        this.change({ sources: { state: "ready", data: sources } });
      },
      (error: unknown) => {
        this.change({ sources: { state: "failed", error } });
      },
    );
  };

  readonly describe = (source: string): void => {
    const known = this.catalog.descriptions.get(source);
    if (known && known.state !== "failed") {
      return;
    }
    this.setDescription(source, { state: "loading" });
    call("describe_source", { source }).then(
      (data) => {
        this.setDescription(source, { state: "ready", data });
      },
      (error: unknown) => {
        this.setDescription(source, { state: "failed", error });
      },
    );
  };

  private setDescription(source: string, value: Loaded<SourceDescription>): void {
    this.change({ descriptions: new Map(this.catalog.descriptions).set(source, value) });
  }

  private change(part: Partial<Catalog>): void {
    this.catalog = { ...this.catalog, ...part };
    for (const listener of this.listeners) {
      listener();
    }
  }
}
