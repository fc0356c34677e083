export type TokenKind =
  "word" | "name" | "text" | "number" | "parameter" | "semicolon" | "symbol" | "open";

/** A piece of a statement that is neither space nor comment. */
export interface Token {
  kind: TokenKind;
  from: number;
  to: number;
}

interface Rules {
  backslash: boolean;
  backticks: boolean;
  brackets: boolean;
  dollarQuotes: boolean;
  textInDoubleQuotes: boolean;
  nested: boolean;
  hash: boolean;
}

const PLAIN: Rules = {
  backslash: false,
  backticks: false,
  brackets: false,
  dollarQuotes: false,
  textInDoubleQuotes: false,
  nested: false,
  hash: false,
};
const POSTGRES: Rules = { ...PLAIN, dollarQuotes: true, nested: true };
const MYSQL: Rules = {
  ...PLAIN,
  backslash: true,
  backticks: true,
  textInDoubleQuotes: true,
  hash: true,
};
const RULES: Record<string, Rules> = {
  duckdb: POSTGRES,
  postgres: POSTGRES,
  redshift: POSTGRES,
  mysql: MYSQL,
  mariadb: MYSQL,
  sqlite: { ...PLAIN, backticks: true, brackets: true },
  databricks: { ...MYSQL, hash: false },
  bigquery: MYSQL,
};

const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:0x[\da-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const PARAMETER = /[$:][\p{L}\p{N}_]+/uy;
const DOLLAR_QUOTE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function endOfQuoted(text: string, at: number, close: string, backslash: boolean): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (backslash && text[index] === "\\") {
      index += 1;
    } else if (text[index] === close) {
      if (text[index + 1] !== close) {
        return index + 1;
      }
      index += 1;
    }
  }
  return -1;
}

function endOfComment(text: string, at: number, nested: boolean): number {
  let depth = 1;
  let index = at + 2;
  while (index < text.length && depth > 0) {
    if (text.startsWith("*/", index)) {
      depth -= 1;
      index += 2;
    } else if (nested && text.startsWith("/*", index)) {
      depth += 1;
      index += 2;
    } else {
      index += 1;
    }
  }
  return index;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function quoteAt(text: string, at: number, rules: Rules): Token | undefined {
  const char = text[at] ?? "";
  const made = (kind: TokenKind, to: number): Token =>
    to < 0 ? { kind: "open", from: at, to: text.length } : { kind, from: at, to };
  if (char === "'") {
    const escaped = /[eE]/.test(text[at - 1] ?? "") && !/[\p{L}\p{N}_]/u.test(text[at - 2] ?? "");
    return made("text", endOfQuoted(text, at, "'", rules.backslash || escaped));
  }
  if (char === '"') {
    const kind = rules.textInDoubleQuotes ? "text" : "name";
    return made(kind, endOfQuoted(text, at, '"', rules.backslash));
  }
  if (char === "`" && rules.backticks) {
    return made("name", endOfQuoted(text, at, "`", false));
  }
  if (char === "[" && rules.brackets) {
    return made("name", text.indexOf("]", at) + 1 || -1);
  }
  const quote = char === "$" && rules.dollarQuotes ? matchAt(DOLLAR_QUOTE, text, at) : undefined;
  if (quote) {
    const end = text.indexOf(quote, at + quote.length);
    return made("text", end < 0 ? -1 : end + quote.length);
  }
  return undefined;
}

function plainAt(text: string, at: number): Token {
  const found = (kind: TokenKind, piece: string | undefined): Token | undefined =>
    piece ? { kind, from: at, to: at + piece.length } : undefined;
  const char = text[at] ?? "";
  if (char === ";") {
    return { kind: "semicolon", from: at, to: at + 1 };
  }
  const cast = char === ":" && text[at - 1] === ":";
  return (
    found("word", matchAt(WORD, text, at)) ??
    found("number", matchAt(NUMBER, text, at)) ??
    (cast ? undefined : found("parameter", matchAt(PARAMETER, text, at))) ??
    found(char === "?" ? "parameter" : "symbol", char) ?? { kind: "symbol", from: at, to: at + 1 }
  );
}

/** The tokens of a text, as an engine's SQL has them; a help for writing, no judge of anything. */
export function tokensOf(text: string, engine: string): Token[] {
  const rules = RULES[engine.toLowerCase()] ?? PLAIN;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (/\s/.test(char)) {
      at += 1;
    } else if (text.startsWith("--", at) || (char === "#" && rules.hash)) {
      at = endOfLine(text, at);
    } else if (text.startsWith("/*", at)) {
      at = endOfComment(text, at, rules.nested);
    } else {
      const token = quoteAt(text, at, rules) ?? plainAt(text, at);
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}
