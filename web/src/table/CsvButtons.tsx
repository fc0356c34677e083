import { FileDown } from "lucide-react";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { saveFile } from "./csv";
import { texts } from "./texts";

interface CsvButtonsProps {
  csv: () => string;
  /** Signs without words, where much else stands beside them. */
  terse?: boolean;
}

/** Rows out of the page as CSV: copied, or saved as a file. */
export function CsvButtons({ csv, terse = false }: CsvButtonsProps) {
  return (
    <>
      <CopyButton terse={terse ? "always" : "phone"} label={texts.copyCsv} text={csv} />
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
