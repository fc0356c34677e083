import type { SchemaTable } from "@/api/types";
import { tokensOf, type Token } from "./tokens";

export interface ScopeColumn {
  name: string;
  type: string;
}

/** What columns can come from at a place of a statement. */
export interface ScopeSource {
  /** How columns name it. */
  alias: string;
  /** What it is: a table, or a part of the statement. */
  of: string;
  columns: ScopeColumn[];
}

export interface Scope {
  sources: ScopeSource[];
  /** The names that WITH gives, whose columns are known as far as the text tells. */
  named: ScopeSource[];
}

const ENDS_FROM = new Set(
  "where group having order limit offset fetch window qualify union intersect except on using".split(
    " ",
  ),
);
const NO_ALIAS = new Set(
  "where group having order limit offset fetch window qualify union intersect except on using join left right inner outer full cross natural asof semi anti positional lateral set select from as with tablesample pivot unpivot".split(
    " ",
  ),
);

/** Reads what a statement names; a statement that is being written need not be whole. */
export class Names {
  private readonly tokens: Token[];
  /** For each token the openings of the brackets that it is in. */
  private readonly depth: number[][] = [];
  readonly named: ScopeSource[] = [];

  constructor(
    private readonly text: string,
    engine: string,
    private readonly tables: SchemaTable[],
  ) {
    this.tokens = tokensOf(text, engine);
    const open: number[] = [];
    this.tokens.forEach((token, index) => {
      const word = text.slice(token.from, token.to);
      if (word === ")") {
        open.pop();
      }
      this.depth.push([...open]);
      if (word === "(") {
        open.push(index);
      }
    });
    this.readNamed();
  }

  /** What is in scope at a place: what the select around it reads, and those around that. */
  at(position: number): Scope {
    const before = this.tokens.findLastIndex((token) => token.from < position);
    const around = [...(this.depth[before] ?? [])];
    if (this.word(before) === "(") {
      around.push(before);
    }
    if (this.word(before) === ")" && position >= (this.tokens[before]?.to ?? 0)) {
      around.splice(this.depth[before]?.length ?? 0);
    }
    const sources: ScopeSource[] = [];
    for (let level = around.length; level >= 0; level -= 1) {
      sources.push(...this.read(around.slice(0, level)));
    }
    return { sources, named: this.named };
  }

  private word(index: number): string {
    const token = this.tokens[index];
    return token ? this.text.slice(token.from, token.to).toLowerCase() : "";
  }

  private name(index: number): string | undefined {
    const token = this.tokens[index];
    if (token?.kind === "word") {
      return this.text.slice(token.from, token.to);
    }
    return token?.kind === "name" ? this.text.slice(token.from + 1, token.to - 1) : undefined;
  }

  private isIn(index: number, around: number[]): boolean {
    const depth = this.depth[index];
    return depth?.length === around.length && around.every((opening, at) => depth[at] === opening);
  }

  private closeOf(opening: number): number {
    const depth = this.depth[opening]?.length ?? 0;
    const close = this.tokens.findIndex(
      (_, index) =>
        index > opening && this.word(index) === ")" && this.depth[index]?.length === depth,
    );
    return close < 0 ? this.tokens.length : close;
  }

  private readNamed(): void {
    for (let index = 1; index < this.tokens.length; index += 1) {
      const name = this.name(index);
      const begins = ["with", "recursive", ","].includes(this.word(index - 1));
      if (!name || !begins) {
        continue;
      }
      let next = index + 1;
      const listed: ScopeColumn[] = [];
      if (this.word(next) === "(") {
        const close = this.closeOf(next);
        for (let at = next + 1; at < close; at += 1) {
          const column = this.name(at);
          listed.push(...(column ? [{ name: column, type: "" }] : []));
        }
        next = close + 1;
      }
      if (this.word(next) !== "as") {
        continue;
      }
      next += 1;
      while (["not", "materialized"].includes(this.word(next))) {
        next += 1;
      }
      if (this.word(next) === "(") {
        const columns = listed.length > 0 ? listed : this.columnsOf(next);
        this.named.push({ alias: name, of: "WITH", columns });
      }
    }
  }

  /** What the select that an opening bracket begins gives. */
  private columnsOf(opening: number): ScopeColumn[] {
    const around = [...(this.depth[opening] ?? []), opening];
    const close = this.closeOf(opening);
    const sources = this.read(around);
    const columns: ScopeColumn[] = [];
    let item: number[] = [];
    const finish = () => {
      columns.push(...this.columnOf(item, sources));
      item = [];
    };
    const first = this.word(opening + 1) === "select" ? opening + 2 : close;
    for (let index = first; index < close; index += 1) {
      const own = this.isIn(index, around);
      if (own && this.word(index) === "from") {
        break;
      }
      if (own && this.word(index) === ",") {
        finish();
      } else {
        item.push(index);
      }
    }
    finish();
    return columns;
  }

  private columnOf(item: number[], sources: ScopeSource[]): ScopeColumn[] {
    const last = item.at(-1);
    if (last === undefined) {
      return [];
    }
    if (this.word(last) === "*") {
      const qualifier = item.length > 2 ? this.name(last - 2)?.toLowerCase() : undefined;
      return sources
        .filter(({ alias }) => qualifier === undefined || alias.toLowerCase() === qualifier)
        .flatMap(({ columns }) => columns);
    }
    const name = this.name(last);
    const known = sources
      .flatMap(({ columns }) => columns)
      .find((column) => column.name.toLowerCase() === name?.toLowerCase());
    return name ? [{ name, type: known?.type ?? "" }] : [];
  }

  /** What stands after FROM and JOIN in exactly these brackets. */
  private read(around: number[]): ScopeSource[] {
    const sources: ScopeSource[] = [];
    let among = false;
    for (let index = 0; index < this.tokens.length; index += 1) {
      if (!this.isIn(index, around)) {
        continue;
      }
      const word = this.word(index);
      const begins = word === "from" || word === "join";
      if (begins || (among && word === ",")) {
        const source = this.sourceAt(index + 1);
        sources.push(...(source ? [source] : []));
      }
      among = begins || (among && !ENDS_FROM.has(word));
    }
    return sources;
  }

  private sourceAt(first: number): ScopeSource | undefined {
    if (this.word(first) === "(") {
      const alias = this.aliasAt(this.closeOf(first) + 1);
      return alias ? { alias, of: "subquery", columns: this.columnsOf(first) } : undefined;
    }
    let last = first;
    let name = this.name(first);
    let schema: string | undefined;
    while (name && this.word(last + 1) === "." && this.name(last + 2)) {
      schema = name;
      name = this.name(last + 2);
      last += 2;
    }
    if (!name || NO_ALIAS.has(name.toLowerCase())) {
      return undefined;
    }
    const alias = this.aliasAt(last + 1) ?? name;
    return { alias, of: name, columns: this.columnsNamed(name, schema) };
  }

  private aliasAt(index: number): string | undefined {
    const at = this.word(index) === "as" ? index + 1 : index;
    return NO_ALIAS.has(this.word(at)) ? undefined : this.name(at);
  }

  private columnsNamed(name: string, schema: string | undefined): ScopeColumn[] {
    const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
    const own = schema ? undefined : this.named.find((each) => same(each.alias, name));
    const table = this.tables.find(
      (each) => same(each.name, name) && (!schema || same(each.schema ?? "", schema)),
    );
    return (
      own?.columns ??
      table?.columns.map((column) => ({ name: column.name, type: column.type })) ??
      []
    );
  }
}
