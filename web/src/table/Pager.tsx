import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/ui/button";
import { texts } from "./texts";

interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const first = page * pageSize + 1;
  return (
    <nav aria-label={texts.pages} className="flex items-center gap-1">
      <Button
        variant="ghost"
        size="small-icon"
        aria-label={texts.previous}
        disabled={page === 0}
        onClick={() => {
          onPage(page - 1);
        }}
      >
        <ChevronLeft />
      </Button>
      <span className="px-1 text-xs text-muted tabular-nums">
        {texts.range(first, Math.min(total, first + pageSize - 1), total)}
      </span>
      <Button
        variant="ghost"
        size="small-icon"
        aria-label={texts.next}
        disabled={page >= last}
        onClick={() => {
          onPage(page + 1);
        }}
      >
        <ChevronRight />
      </Button>
    </nav>
  );
}
