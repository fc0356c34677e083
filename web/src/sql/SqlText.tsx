import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { sql } from "@codemirror/lang-sql";
import { dialectOf } from "./dialect";

// The colors of the editor, as classes: what is only read needs no editor.
const CLASSES = tagHighlighter([
  { tag: tags.keyword, class: "font-medium text-accent-strong" },
  { tag: tags.special(tags.string), class: "text-ink" },
  { tag: tags.string, class: "text-warning" },
  { tag: [tags.number, tags.bool, tags.null], class: "text-(--chart-3)" },
  { tag: tags.comment, class: "text-muted italic" },
  { tag: [tags.typeName, tags.standard(tags.name)], class: "text-(--chart-3)" },
  { tag: [tags.operator, tags.punctuation], class: "text-muted" },
]);

interface Piece {
  text: string;
  look: string;
}

function pieces(text: string, engine: string): Piece[] {
  const { parser } = sql({ dialect: dialectOf(engine) }).language;
  const found: Piece[] = [];
  highlightCode(
    text,
    parser.parse(text),
    CLASSES,
    (part, look) => found.push({ text: part, look }),
    () => found.push({ text: "\n", look: "" }),
  );
  return found;
}

/** A statement to read, in color. Loaded lazily, for it brings the grammar. */
export default function SqlText({ text, engine }: { text: string; engine: string }) {
  return (
    <code>
      {pieces(text, engine).map((piece, index) => (
        <span key={index} className={piece.look}>
          {piece.text}
        </span>
      ))}
    </code>
  );
}
