import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/ui/button";

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
    <nav aria-label="Pages" className="flex items-center gap-1">
      <Button
        variant="ghost"
        size="small-icon"
        aria-label="Previous page"
        disabled={page === 0}
        onClick={() => {
          onPage(page - 1);
        }}
      >
        <ChevronLeft />
      </Button>
      <span className="px-1 text-xs text-muted tabular-nums">
        {first.toLocaleString("en-US")}–
        {Math.min(total, first + pageSize - 1).toLocaleString("en-US")} of{" "}
        {total.toLocaleString("en-US")}
      </span>
      <Button
        variant="ghost"
        size="small-icon"
        aria-label="Next page"
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
