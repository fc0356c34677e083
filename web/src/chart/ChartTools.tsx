import { ChevronDown, Columns3, Palette, Undo2 } from "lucide-react";
import type { RefObject } from "react";
import type { Column, DrawnRows } from "@/api/types";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Popover } from "@/ui/popover";
import type { Origin } from "./ChartStudio";
import { ColumnsForm } from "./ColumnsForm";
import { Downloads } from "./Downloads";
import { KindIcon } from "./KindIcon";
import { LookForm } from "./LookForm";
import { texts } from "./texts";
import type { ChartState } from "./use-chart";

interface ChartToolsProps {
  state: ChartState;
  drawn: DrawnRows;
  columns: Column[];
  origin: Origin | undefined;
  /** The panel of kinds, whether it is open, and what leads to it and back. */
  panelId: string;
  choosing: boolean;
  kindButton: RefObject<HTMLButtonElement | null>;
  onChoosing: (choosing: boolean) => void;
}

/** Everything that changes a chart, in one row. */
export default function ChartTools(props: ChartToolsProps) {
  const { state, drawn, columns, origin, panelId, choosing, kindButton, onChoosing } = props;
  const { chart } = drawn;
  const { change, undo } = state;
  return (
    <div role="group" aria-label={texts.tools} className="flex flex-wrap items-center gap-0.5">
      {undo && (
        <Button variant="ghost" size="small" onClick={undo}>
          <Undo2 /> {texts.undo}
        </Button>
      )}
      <Button
        ref={kindButton}
        variant="ghost"
        size="small"
        aria-label={chart ? texts.kindIs(texts.kinds[chart.kind]) : texts.kind}
        aria-expanded={choosing}
        aria-controls={choosing ? panelId : undefined}
        title={texts.kind}
        className={cn(choosing && "bg-hover text-ink")}
        onClick={() => {
          onChoosing(!choosing);
        }}
      >
        {chart && <KindIcon kind={chart.kind} />}
        {chart ? texts.kinds[chart.kind] : texts.kind}
        <ChevronDown className={cn("transition-transform", choosing && "rotate-180")} />
      </Button>
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
