import { useEffect, useRef, useState } from "react";
import { call } from "@/api/client";
import type { SchemaTable } from "@/api/types";
import { placeOf, type Mark } from "@/sql/position";
import { statementsOf, type Statement } from "./statements";
import { unknownColumns } from "./unknown-columns";

const PAUSE_MILLIS = 450;
const MOST_STATEMENTS = 20;
const MOST_REMEMBERED = 200;
const NO_MARKS: Mark[] = [];

type Found = Omit<Mark, "line" | "column">[];

/** What is wrong with a text as it is written, told by the server's own check of each statement. */
export function useChecks(source: string, engine: string, tables: SchemaTable[], text: string) {
  const [checked, setChecked] = useState<{ text: string; source: string; marks: Mark[] }>();
  const remembered = useRef(new Map<string, Promise<Found>>());

  useEffect(() => {
    if (engine === "") {
      return undefined;
    }
    let left = false;
    const timer = setTimeout(() => {
      const statements = statementsOf(text, engine).slice(0, MOST_STATEMENTS);
      void Promise.all(
        statements.map((statement) => {
          const key = `${source}\0${String(tables.length)}\0${statement.sql}`;
          const known = remembered.current.get(key);
          const found =
            known ??
            check(source, engine, tables, statement.sql).catch(() => {
              // What cannot be checked now is told when it runs.
              remembered.current.delete(key);
              return [];
            });
          remember(remembered.current, key, found);
          return found.then((marks) => atPlace(text, statement, marks));
        }),
      ).then((marks) => {
        if (!left) {
          setChecked({ text, source, marks: marks.flat() });
        }
      });
    }, PAUSE_MILLIS);
    return () => {
      clearTimeout(timer);
      left = true;
    };
  }, [source, engine, tables, text]);

  return checked?.text === text && checked.source === source ? checked.marks : NO_MARKS;
}

function remember(known: Map<string, Promise<Found>>, key: string, found: Promise<Found>): void {
  known.set(key, found);
  if (known.size > MOST_REMEMBERED) {
    known.delete(known.keys().next().value ?? "");
  }
}

async function check(
  source: string,
  engine: string,
  tables: SchemaTable[],
  sql: string,
): Promise<Found> {
  const { verdict, reasons, columns } = await call("check_sql", { source, sql });
  return verdict === "allow"
    ? unknownColumns(sql, engine, columns, tables)
    : reasons.map(({ message, line, column }) => ({
        message,
        ...placeOf(sql, line ?? 1, column ?? 1),
      }));
}

function atPlace(text: string, { from }: Statement, found: Found): Mark[] {
  return found.map((each) => {
    const before = text.slice(0, from + each.from).split("\n");
    return {
      message: each.message,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      from: from + each.from,
      to: from + each.to,
    };
  });
}
