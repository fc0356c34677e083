import { useActions } from "@/palette/actions";
import { tour } from "@/tour/tour-store";
import { copyText } from "@/ui/clipboard";
import { textAddress } from "@/workbench/address";
import { texts } from "./texts";

interface AnswerActionsProps {
  source: string;
  sql: string;
}

/** What the palette can do with the SQL of the last answer. */
export function AnswerActions({ source, sql }: AnswerActionsProps) {
  useActions([
    {
      id: "copy-sql",
      name: texts.actions.copySql,
      run: () => {
        void copyText(sql);
      },
    },
    {
      id: "open-sql",
      name: texts.actions.openSql,
      run: () => {
        tour.did("sql");
        window.location.hash = textAddress(source, sql);
      },
    },
  ]);
  return null;
}
