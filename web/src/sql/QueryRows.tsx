import { useMemo } from "react";
import { MoreRows } from "@/grid/MoreRows";
import { RowsView } from "@/grid/RowsView";
import { rowsOf } from "@/grid/rows";
import { common } from "@/language/texts";
import { Skeleton } from "@/ui/skeleton";
import { texts } from "./texts";
import type { Run } from "./use-query";

interface QueryRowsProps {
  run: Run;
  onMore: () => void;
  onAll: () => void;
}

export function QueryRows({ run: { state, result, all, loaded }, onMore, onAll }: QueryRowsProps) {
  const rows = useMemo(() => all ?? (result && rowsOf(result.columns, result.rows)), [all, result]);
  const running = state === "running";
  if (!result || !rows) {
    return <Skeleton className="h-32" />;
  }
  return (
    <div aria-busy={running}>
      <RowsView
        caption={texts.rows}
        rows={rows}
        truncated={!all && result.truncated}
        note={common.timing(result.statistics)}
        more={
          result.cursor &&
          !all && <MoreRows busy={running} loaded={loaded} onMore={onMore} onAll={onAll} />
        }
      />
    </div>
  );
}
