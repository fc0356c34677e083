import { Button } from "@/ui/button";
import { texts } from "./texts";

interface MoreRowsProps {
  busy: boolean;
  /** How many of all rows have come; undefined while only some more are read. */
  loaded: number | undefined;
  onMore: () => void;
  onAll: () => void;
}

/** The way to rows that were not sent yet: some more, or all. */
export function MoreRows({ busy, loaded, onMore, onAll }: MoreRowsProps) {
  return (
    <>
      <Button variant="outline" size="small" disabled={busy} onClick={onMore}>
        {busy && loaded === undefined ? texts.loading : texts.loadMore}
      </Button>
      <Button variant="outline" size="small" disabled={busy} onClick={onAll}>
        {loaded === undefined ? texts.loadAll : texts.loaded(loaded)}
      </Button>
    </>
  );
}
