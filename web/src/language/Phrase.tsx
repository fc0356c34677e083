import { Fragment, type ReactNode } from "react";

interface PhraseProps {
  /** A sentence; what stands in [brackets] is marked, or names what is put there. */
  text: string;
  mark: (words: string) => ReactNode;
}

/** A sentence with a link, a key or a name in it, wherever the language puts them. */
export function Phrase({ text, mark }: PhraseProps) {
  return text
    .split(/\[([^\]]*)\]/)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? mark(part) : part}</Fragment>);
}
