import { FileDown } from "lucide-react";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { saveFile } from "./csv";
import { texts } from "./texts";

/** Rows out of the page as CSV: copied, or saved as a file. */
export function CsvButtons({ csv }: { csv: () => string }) {
  return (
    <>
      <CopyButton terse label={texts.copyCsv} text={csv} />
      <Button
        variant="ghost"
        size="small-icon"
        aria-label={texts.saveCsv}
        title={texts.saveCsv}
        onClick={() => {
          saveFile("alidade.csv", "text/csv", csv());
        }}
      >
        <FileDown />
      </Button>
    </>
  );
}
