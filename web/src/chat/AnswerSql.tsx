import type { Answer } from "@/api/types";
import { SqlPanel } from "@/sql/SqlPanel";
import { tour } from "@/tour/tour-store";
import { Disclosure } from "@/ui/disclosure";
import { texts } from "./texts";

/** The statement that ran, to be read, changed and run again. */
export function AnswerSql({ answer: { sql, source } }: { answer: Answer }) {
  if (!sql || !source) {
    return null;
  }
  return (
    <div data-tour="sql">
      <Disclosure
        onOpened={() => {
          tour.did("sql");
        }}
        title={texts.sql}
        hint={<code className="font-mono text-xs">{sql.replace(/\s+/g, " ")}</code>}
      >
        <SqlPanel source={source} initial={sql} />
      </Disclosure>
    </div>
  );
}
