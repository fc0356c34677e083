import { ChevronDown, Columns3, Palette, Undo2 } from "lucide-react";
import type { Column, DrawnRows } from "@/api/types";
import { Button } from "@/ui/button";
import { Popover } from "@/ui/popover";
import type { Origin } from "./ChartStudio";
import { ColumnsForm } from "./ColumnsForm";
import { Downloads } from "./Downloads";
import { KindIcon } from "./KindIcon";
import { KindPicker } from "./KindPicker";
import { LookForm } from "./LookForm";
import { texts } from "./texts";
import type { ChartState } from "./use-chart";

interface ChartToolsProps {
  state: ChartState;
  drawn: DrawnRows;
  columns: Column[];
  origin: Origin | undefined;
}

/** Everything that changes a chart, in one row. */
export default function ChartTools({ state, drawn, columns, origin }: ChartToolsProps) {
  const { chart } = drawn;
  const { change, undo } = state;
  return (
    <div role="group" aria-label={texts.tools} className="flex flex-wrap items-center gap-0.5">
      {undo && (
        <Button variant="ghost" size="small" onClick={undo}>
          <Undo2 /> {texts.undo}
        </Button>
      )}
      <KindPicker
        kinds={drawn.kinds}
        chosen={chart?.kind}
        onChoose={(kind) => {
          change({ kind });
        }}
      >
        <Button
          variant="ghost"
          size="small"
          aria-label={chart ? texts.kindIs(texts.kinds[chart.kind]) : texts.kind}
          title={texts.kind}
        >
          {chart && <KindIcon kind={chart.kind} />}
          {chart ? texts.kinds[chart.kind] : texts.kind}
          <ChevronDown />
        </Button>
      </KindPicker>
      {chart && (
        <>
          <Popover
            label={texts.columnsOf}
            trigger={
              <Button variant="ghost" size="small">
                <Columns3 /> {texts.columns}
              </Button>
            }
          >
            <ColumnsForm
              chart={chart}
              columns={columns}
              onChange={(next) => {
                change({ chart: next });
              }}
            />
          </Popover>
          <Popover
            label={texts.lookOf}
            trigger={
              <Button variant="ghost" size="small">
                <Palette /> {texts.look}
              </Button>
            }
          >
            <LookForm
              chart={chart}
              onChange={(next) => {
                change({ chart: next });
              }}
            />
          </Popover>
          <Downloads chart={chart} drawn={drawn} origin={origin} />
        </>
      )}
    </div>
  );
}
