import { Download as DownloadIcon } from "lucide-react";
import { useState } from "react";
import type { DrawnRows, SentChart } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import type { Origin } from "./ChartStudio";
import { download, saveDownload, type Format } from "./downloads";
import { texts } from "./texts";

interface DownloadsProps {
  chart: SentChart;
  drawn: DrawnRows;
  origin: Origin | undefined;
}

/** The chart as a file, in every format that the server has. */
export function Downloads({ chart, drawn, origin }: DownloadsProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!origin) {
    return null;
  }
  const take = (format: Format) => {
    setBusy(true);
    download(format, chart, drawn, origin)
      .then((file) => {
        saveDownload(file);
        setError(undefined);
      })
      .catch(setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="ghost"
            size="small-icon"
            aria-label={texts.downloadAs}
            title={texts.download}
            disabled={busy}
          >
            <DownloadIcon />
          </Button>
        }
      >
        <MenuLabel>{texts.downloadAs}</MenuLabel>
        {drawn.formats.map((format) => (
          <MenuItem
            key={format}
            onSelect={() => {
              take(format);
            }}
          >
            {texts.formats[format]}
          </MenuItem>
        ))}
      </Menu>
      {error !== undefined && (
        <div className="basis-full">
          <ErrorNotice error={error} />
        </div>
      )}
    </>
  );
}
