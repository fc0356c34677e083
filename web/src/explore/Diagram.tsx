import { Maximize2, Minus, Plus } from "lucide-react";
import { useId, useMemo, useState } from "react";
import type { SchemaTable } from "@/api/types";
import { shorten } from "@/language/format";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { exploreAddress, tableName } from "./addresses";
import { layOut, type Size } from "./layout";
import type { Relation } from "./relations";
import { texts } from "./texts";
import { useView } from "./use-view";

interface DiagramProps {
  source: string;
  tables: SchemaTable[];
  relations: Relation[];
  /** The table that the picture is about, if it is about one. */
  center: string;
}

const LEAST = 240;
const HIGHEST = 520;
const HEAD = 30;
const LINE = 20;
const MOST_KEYS = 5;
const LETTER = 7.3;
const MOST_LETTERS = 26;

/** Tables as boxes with their key columns, relations as lines between them. */
export function Diagram({ source, tables, relations, center }: DiagramProps) {
  const [near, setNear] = useState<string>();
  const helpId = useId();
  const byName = useMemo(() => new Map(tables.map((table) => [tableName(table), table])), [tables]);
  const layout = useMemo(
    () => layOut([...byName.keys()], relations, (name) => sizeOf(name, byName.get(name))),
    [byName, relations],
  );
  const { box, view, fit, nearer, farther, handlers } = useView(layout.width, layout.height);
  const touches = ({ from, to }: Relation) => near === from || near === to;
  const lit = new Set(
    near === undefined ? [] : relations.filter(touches).flatMap(({ from, to }) => [from, to]),
  );

  return (
    <figure className="m-0">
      <div className="relative overflow-hidden rounded-xl border bg-sunken">
        {}
        <div
          ref={box}
          role="group"
          aria-label={texts.diagram(source)}
          aria-describedby={helpId}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved by keys
          tabIndex={0}
          style={{ height: Math.min(HIGHEST, Math.max(LEAST, layout.height)) }}
          className="max-h-[70vh] cursor-grab touch-pan-y select-none focus-visible:-outline-offset-2 active:cursor-grabbing"
          {...handlers}
        >
          <svg width="100%" height="100%">
            <g
              transform={`translate(${String(view.x)} ${String(view.y)}) scale(${String(view.zoom)})`}
            >
              {layout.lines.map(({ relation, path }) => (
                <path
                  key={`${relation.from} ${relation.to} ${relation.columns.join()}`}
                  d={path}
                  fill="none"
                  strokeDasharray={relation.inferred ? "5 4" : undefined}
                  className={cn(
                    "stroke-[1.5]",
                    touches(relation) ? "stroke-accent" : "stroke-border-strong",
                  )}
                >
                  <title>
                    {`${texts.refersTo(relation.from, relation.to, relation.columns.join(", "))} (${relation.inferred ? texts.inferred : texts.declared})`}
                  </title>
                </path>
              ))}
              {layout.boxes.map((each) => (
                <g
                  key={each.name}
                  transform={`translate(${String(each.x)} ${String(each.y)})`}
                  onPointerEnter={() => {
                    setNear(each.name);
                  }}
                  onPointerLeave={() => {
                    setNear(undefined);
                  }}
                >
                  <a
                    href={exploreAddress(source, each.name)}
                    onFocus={() => {
                      setNear(each.name);
                    }}
                    onBlur={() => {
                      setNear(undefined);
                    }}
                  >
                    <rect
                      width={each.width}
                      height={each.height}
                      rx={8}
                      className={cn(
                        "fill-surface stroke-[1.25]",
                        each.name === center || lit.has(each.name)
                          ? "stroke-accent"
                          : "stroke-border-strong",
                      )}
                    />
                    <text x={12} y={20} className="fill-ink text-[13px] font-semibold">
                      {short(each.name)}
                    </text>
                    {keysOf(byName.get(each.name)).map((key, index) => (
                      <text
                        key={key}
                        x={12}
                        y={HEAD + 10 + index * LINE}
                        className="fill-muted text-[12px]"
                      >
                        {short(key)}
                      </text>
                    ))}
                  </a>
                </g>
              ))}
            </g>
          </svg>
        </div>
        <div className="absolute right-2 bottom-2 flex gap-1 rounded-lg border bg-surface p-0.5">
          <Button variant="ghost" size="small-icon" aria-label={texts.zoomOut} onClick={farther}>
            <Minus />
          </Button>
          <Button variant="ghost" size="small-icon" aria-label={texts.zoomIn} onClick={nearer}>
            <Plus />
          </Button>
          <Button variant="ghost" size="small-icon" aria-label={texts.fit} onClick={fit}>
            <Maximize2 />
          </Button>
        </div>
      </div>
      <figcaption id={helpId} className="mt-1.5 flex flex-wrap gap-x-4 text-xs text-muted">
        <span>{texts.diagramHelp}</span>
        {relations.some((each) => each.inferred) && (
          <span className="inline-flex items-center gap-1.5">
            <svg width="22" height="4" aria-hidden="true">
              <line
                x1="0"
                y1="2"
                x2="22"
                y2="2"
                strokeDasharray="5 4"
                className="stroke-muted stroke-[1.5]"
              />
            </svg>
            {texts.inferred}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** The columns that relations and rows are told by. */
function keysOf(table: SchemaTable | undefined): string[] {
  const keys = [
    ...(table?.primary_key ?? []),
    ...(table?.foreign_keys.flatMap((key) => key.columns) ?? []),
  ];
  return [...new Set(keys)].slice(0, MOST_KEYS);
}

function sizeOf(name: string, table: SchemaTable | undefined): Size {
  const keys = keysOf(table);
  const longest = Math.max(...[name, ...keys].map((text) => short(text).length));
  return {
    width: Math.max(120, Math.round(longest * LETTER) + 26),
    height: HEAD + keys.length * LINE + (keys.length > 0 ? 4 : 0),
  };
}

function short(text: string): string {
  return shorten(text, MOST_LETTERS);
}
