import type { SentChart } from "@/api/types";
import { Choice } from "./Choice";
import { ColorsForm } from "./ColorsForm";
import { looksOf, styled, type Look } from "./style";
import { texts } from "./texts";

interface LookFormProps {
  chart: SentChart;
  onChange: (chart: SentChart) => void;
}

const CHOICES: Record<Look, { label: string; usual?: string; names: Record<string, string> }> = {
  arrangement: { label: texts.arrangement, names: texts.arrangements },
  sort: { label: texts.sort, usual: texts.asTheyCome, names: texts.sorts },
  scale: { label: texts.scale, names: texts.scales },
  theme: { label: texts.theme, usual: texts.asThePage, names: texts.themes },
};

/** How a chart looks, beside what it shows. */
export function LookForm({ chart, onChange }: LookFormProps) {
  return (
    <div className="-m-1 max-h-[26rem] space-y-3 overflow-y-auto p-1">
      {looksOf(chart).map((look) => {
        const { label, usual, names } = CHOICES[look];
        const named = Object.entries(names);
        return (
          <Choice
            key={look}
            label={label}
            value={chart.style?.[look] ?? (usual === undefined ? (named[0]?.[0] ?? "") : "")}
            options={usual === undefined ? named : [["", usual], ...named]}
            onChange={(value) => {
              onChange(styled(chart, { [look]: value === "" ? undefined : value }));
            }}
          />
        );
      })}
      <ColorsForm chart={chart} onChange={onChange} />
    </div>
  );
}
