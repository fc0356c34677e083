import { ArrowRight } from "lucide-react";
import { exploreAddress } from "./addresses";
import type { Relation } from "./relations";
import { texts } from "./texts";

interface RelationLinksProps {
  source: string;
  name: string;
  relations: Relation[];
}

/** The tables that one refers to, and those that refer to it. */
export function RelationLinks({ source, name, relations }: RelationLinksProps) {
  const lists = [
    { title: texts.outgoing, found: relations.filter((each) => each.from === name) },
    {
      title: texts.incoming,
      found: relations.filter((each) => each.to === name && each.from !== name),
    },
  ];
  return (
    <div className="mb-4 grid gap-4 sm:grid-cols-2">
      {lists
        .filter(({ found }) => found.length > 0)
        .map(({ title, found }) => (
          <div key={title}>
            <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
            <ul className="divide-y rounded-lg border bg-surface">
              {found.map((each) => {
                const other = each.from === name ? each.to : each.from;
                return (
                  <li key={`${other} ${each.columns.join()}`}>
                    <a
                      href={exploreAddress(source, other)}
                      className="flex items-center gap-2 px-3 py-2 text-sm hover:bg-hover"
                    >
                      <span className="min-w-0 flex-1 truncate">
                        <span className="font-medium">{other}</span>{" "}
                        <span className="text-[13px] text-muted">
                          {each.columns.join(", ")} → {each.toColumns.join(", ")}
                          {each.inferred && ` · ${texts.inferred}`}
                        </span>
                      </span>
                      <ArrowRight className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
                    </a>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
    </div>
  );
}
