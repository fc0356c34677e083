import { tokensOf } from "./tokens";

/** One statement of a text, and where in it. */
export interface Statement {
  sql: string;
  from: number;
  to: number;
  /** The line of the text on which it begins, from 1. */
  line: number;
}

/** The statements of a text, cut at semicolons; comments alone are none. */
export function statementsOf(text: string, engine: string): Statement[] {
  const statements: Statement[] = [];
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0) {
      const line = text.slice(0, from).split("\n").length;
      statements.push({ sql: text.slice(from, to), from, to, line });
    }
    from = -1;
  };
  for (const token of tokensOf(text, engine)) {
    if (token.kind === "semicolon") {
      close();
    } else {
      from = from < 0 ? token.from : from;
      to = token.to;
    }
  }
  close();
  return statements;
}

/** The statement that the cursor is in, or else the one before it, or the first. */
export function statementAt(statements: Statement[], position: number): Statement | undefined {
  const inside = statements.find(({ from, to }) => from <= position && position <= to + 1);
  return inside ?? statements.findLast(({ to }) => to < position) ?? statements[0];
}

/** The statements in a part of a text, at their places in the whole. */
export function statementsIn(text: string, from: number, to: number, engine: string): Statement[] {
  const before = text.slice(0, from).split("\n").length - 1;
  return statementsOf(text.slice(from, to), engine).map((each) => ({
    sql: each.sql,
    from: each.from + from,
    to: each.to + from,
    line: each.line + before,
  }));
}

/** The names of the parameters of a text, in the order in which they come first. */
export function parametersOf(text: string, engine: string): string[] {
  const names = tokensOf(text, engine)
    .filter((token) => token.kind === "parameter" && token.to > token.from + 1)
    .map((token) => text.slice(token.from + 1, token.to))
    .filter((name) => !/^\d/.test(name));
  return [...new Set(names)];
}
