import { Shuffle } from "lucide-react";
import type { Planner } from "@/api/types";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { plannerName } from "./planner-name";
import { texts } from "./texts";

interface PlannerMenuProps {
  /** Who can answer this. */
  planners: readonly Planner[];
  /** Who has: a model can be asked afresh, all else gives the same again. */
  planned: string | undefined;
  disabled: boolean;
  onChoose: (planner: string, fresh: boolean) => void;
}

/** Has another planner answer the same question, or the same model once more; nothing where there is none. */
export function PlannerMenu({ planners, planned, disabled, onChoose }: PlannerMenuProps) {
  const choices = planners.filter(({ name, kind }) => name !== planned || kind === "model");
  if (choices.length === 0) {
    return null;
  }
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="small" disabled={disabled} title={texts.planners.anotherHint}>
          <Shuffle /> {texts.planners.another}
        </Button>
      }
    >
      {choices.map((planner) => (
        <MenuItem
          key={planner.name}
          onSelect={() => {
            onChoose(planner.name, planner.name === planned);
          }}
        >
          <Choice planner={planner} again={planner.name === planned} />
        </MenuItem>
      ))}
    </Menu>
  );
}

function Choice({ planner: { name, kind }, again }: { planner: Planner; again: boolean }) {
  const { afresh, afreshHint, builtInHint, modelHint } = texts.planners;
  const hint = kind === "built_in" ? builtInHint : modelHint;
  return (
    <span>
      <span className="block font-medium">
        {again ? afresh(plannerName(name)) : plannerName(name)}
      </span>
      <span className="block text-xs text-muted">{again ? afreshHint : hint}</span>
    </span>
  );
}
