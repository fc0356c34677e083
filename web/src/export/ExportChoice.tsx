import { useState } from "react";
import { Select } from "@/ui/select";
import { COMPRESSIONS, FORMATS, type Compression, type ExportFormat } from "./formats";
import { texts } from "./texts";

interface ExportChoiceProps {
  onChoose: (format: ExportFormat, compression: Compression) => void;
}

/** The formats; choosing one begins. */
export function ExportChoice({ onChoose }: ExportChoiceProps) {
  const [compression, setCompression] = useState<Compression>("none");
  return (
    <div className="space-y-3">
      <h3 className="text-xs font-medium text-muted">{texts.heading}</h3>
      <ul className="-mx-1.5 grid grid-cols-2 gap-0.5">
        {FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              className="w-full rounded-md px-1.5 py-1 text-left hover:bg-hover"
              onClick={() => {
                onChoose(format, compression);
              }}
            >
              <span className="block text-sm font-medium">{texts.formats[format]}</span>
              <span className="block text-xs text-muted">{texts.about[format]}</span>
            </button>
          </li>
        ))}
      </ul>
      <label className="flex items-center justify-between gap-3 border-t pt-3 text-[13px] text-muted">
        {texts.compression}
        <Select
          value={compression}
          size="small"
          onChange={(event) => {
            setCompression(event.target.value as Compression);
          }}
        >
          {COMPRESSIONS.map((each) => (
            <option key={each} value={each}>
              {texts.compressions[each]}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}
