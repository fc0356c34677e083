import { Ellipsis, ListTree, Play, Save, Square, Waypoints, WandSparkles } from "lucide-react";
import type { SourceSummary } from "@/api/types";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { Select } from "@/ui/select";
import { texts } from "./texts";

interface ToolbarProps {
  sources: SourceSummary[];
  source: string;
  busy: boolean;
  empty: boolean;
  completes: boolean;
  onSource: (source: string) => void;
  onRun: (what: "here" | "all") => void;
  onStop: () => void;
  onFormat: () => void;
  onExplain: () => void;
  onDebug: () => void;
  onSave: () => void;
  onFind: () => void;
  onComment: () => void;
  onCompletes: (on: boolean) => void;
}

/** What can be done with the statement in the editor. */
export function Toolbar(props: ToolbarProps) {
  const { sources, source, busy, empty, completes } = props;
  return (
    <div className="flex flex-wrap items-center gap-1">
      {busy ? (
        <Button size="small" variant="outline" onClick={props.onStop}>
          <Square /> {texts.stop}
        </Button>
      ) : (
        <div className="flex">
          <Button
            size="small"
            className="rounded-r-none"
            disabled={empty}
            title={texts.runStatement}
            onClick={() => {
              props.onRun("here");
            }}
          >
            <Play /> {texts.run}
          </Button>
          <Button
            size="small"
            className="rounded-l-none border-l border-accent-ink/25 px-2"
            disabled={empty}
            onClick={() => {
              props.onRun("all");
            }}
          >
            {texts.runAll}
          </Button>
        </div>
      )}
      <Button variant="ghost" size="small" disabled={empty} onClick={props.onExplain}>
        <Waypoints /> <span className="max-sm:sr-only">{texts.explain}</span>
      </Button>
      <Button variant="ghost" size="small" disabled={empty} onClick={props.onDebug}>
        <ListTree /> <span className="max-sm:sr-only">{texts.debug}</span>
      </Button>
      <Button variant="ghost" size="small" disabled={empty} onClick={props.onFormat}>
        <WandSparkles /> <span className="max-sm:sr-only">{texts.format}</span>
      </Button>
      <Button variant="ghost" size="small" disabled={empty} onClick={props.onSave}>
        <Save /> <span className="max-sm:sr-only">{texts.save}</span>
      </Button>
      <Menu
        trigger={
          <Button variant="ghost" size="small-icon" aria-label={texts.more}>
            <Ellipsis />
          </Button>
        }
      >
        <MenuItem onSelect={props.onFind}>{texts.find}</MenuItem>
        <MenuItem onSelect={props.onComment}>{texts.comment}</MenuItem>
        <MenuItem
          onSelect={() => {
            props.onCompletes(!completes);
          }}
        >
          {completes ? texts.completingOff : texts.completing}
        </MenuItem>
      </Menu>
      <label className="ml-auto flex items-center gap-2 text-[13px] text-muted">
        <span className="max-sm:sr-only">{texts.source}</span>
        <Select
          value={source}
          size="small"
          className="w-36"
          onChange={(event) => {
            props.onSource(event.target.value);
          }}
        >
          {!sources.some(({ name }) => name === source) && (
            <option value={source}>{source || texts.noSource}</option>
          )}
          {sources.map(({ name, status }) => (
            <option key={name} value={name} disabled={status !== "available"}>
              {name}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}
