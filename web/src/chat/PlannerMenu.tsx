import { Shuffle } from "lucide-react";
import type { Planner } from "@/api/types";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { plannerName } from "./planner-name";
import { texts } from "./texts";

interface PlannerMenuProps {
  /** Those that have not answered this. */
  planners: readonly Planner[];
  disabled: boolean;
  onChoose: (planner: string) => void;
}

/** Has another planner answer the same question; nothing where there is no other. */
export function PlannerMenu({ planners, disabled, onChoose }: PlannerMenuProps) {
  if (planners.length === 0) {
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
      {planners.map(({ name, kind }) => (
        <MenuItem
          key={name}
          onSelect={() => {
            onChoose(name);
          }}
        >
          <span>
            <span className="block font-medium">{plannerName(name)}</span>
            <span className="block text-xs text-muted">
              {kind === "built_in" ? texts.planners.builtInHint : texts.planners.modelHint}
            </span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
