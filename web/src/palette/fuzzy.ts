const START_OF_WORD = 8;
const IN_A_ROW = 5;
const LATE = 0.05;

function isStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/**
 * How well letters that are typed stand for a name: they come in their order, better at the
 * beginnings of words and in a row. Nothing where they do not come at all.
 */
export function fit(typed: string, name: string): number | undefined {
  const text = name.toLowerCase();
  // The best that the letters so far can make, by where the last of them stands.
  let best = new Map<number, number>([[-1, 0]]);
  for (const letter of typed.toLowerCase().replace(/\s+/g, "")) {
    const next = new Map<number, number>();
    for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
      const before = [...best].filter(([last]) => last < at);
      if (before.length > 0) {
        const own = (isStart(text, at) ? START_OF_WORD : 0) - at * LATE;
        const scores = before.map(([last, score]) => score + (last === at - 1 ? IN_A_ROW : 0));
        next.set(at, own + Math.max(...scores));
      }
    }
    best = next;
  }
  return best.size > 0 ? Math.max(...best.values()) : undefined;
}
