/** The page for questions, with one that is asked, or that stands in the box to be completed. */
export function askAddress(question: string, source: string, draft = false): string {
  const query = new URLSearchParams({ source, [draft ? "draft" : "ask"]: question });
  return `#/?${query.toString()}`;
}

/** What an address of the page for questions says to ask. */
export interface Asked {
  question: string;
  source: string;
  /** Whether a person completes it first. */
  draft: boolean;
}

/** Reads what {@link askAddress} wrote. */
export function askedBy(hash: string): Asked | undefined {
  if (!hash.startsWith("#/?")) {
    return undefined;
  }
  const query = new URLSearchParams(hash.slice(3));
  const question = query.get("ask") ?? query.get("draft");
  return question
    ? { question, source: query.get("source") ?? "", draft: !query.has("ask") }
    : undefined;
}
