import { Plus, Trash2, X } from "lucide-react";
import { useState } from "react";
import type { SentChart } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Choice } from "./Choice";
import { styled } from "./style";
import { texts } from "./texts";
import { useTemplates } from "./use-templates";

interface ColorsFormProps {
  chart: SentChart;
  onChange: (chart: SentChart) => void;
}

const OWN = "own";
const FIRST = ["#0072b2", "#e69f00", "#009e73"];
const MOST = 12;

/** The colours of the series: as usual, of a template, or of one's own. */
export function ColorsForm({ chart, onChange }: ColorsFormProps) {
  const { templates, error, save, remove } = useTemplates();
  const [failure, setFailure] = useState<unknown>();
  const colors = chart.style?.colors;
  const same = templates.find((each) => each.colors.join() === colors?.join());
  const choose = (value: string) => {
    const template = templates[Number(value)];
    const theme = template?.theme ?? chart.style?.theme;
    onChange(
      styled(chart, value === OWN ? { colors: FIRST } : { colors: template?.colors, theme }),
    );
  };
  const value = !colors ? "" : same ? String(templates.indexOf(same)) : OWN;
  return (
    <div className="space-y-2">
      <div className="flex items-end gap-1">
        <Choice
          label={texts.colors}
          value={value}
          options={[
            ["", texts.usualColors],
            ...templates.map(({ name }, at) => [String(at), name] as const),
            [OWN, texts.ownColors],
          ]}
          onChange={choose}
        />
        {same && (
          <Button
            variant="ghost"
            size="small-icon"
            aria-label={texts.removeTemplate(same.name)}
            title={texts.removeTemplate(same.name)}
            onClick={() => {
              remove(same.name).then(() => {
                setFailure(undefined);
              }, setFailure);
            }}
          >
            <Trash2 />
          </Button>
        )}
      </div>
      {colors && (
        <OwnColors
          colors={colors}
          onChange={(next) => {
            onChange(styled(chart, { colors: next }));
          }}
        />
      )}
      {value === OWN && colors && (
        <NewTemplate onSave={(name) => save(name, colors, chart.style?.theme)} />
      )}
      {(failure ?? error) !== undefined && <ErrorNotice error={failure ?? error} />}
    </div>
  );
}

function OwnColors({
  colors,
  onChange,
}: {
  colors: string[];
  onChange: (colors: string[]) => void;
}) {
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label={texts.colors}>
      {colors.map((color, at) => (
        <li key={at} className="group relative">
          <input
            type="color"
            aria-label={texts.color(at + 1)}
            value={color}
            onChange={(event) => {
              onChange(colors.with(at, event.target.value));
            }}
            className="size-7 cursor-pointer rounded-md border border-border-strong bg-surface p-0.5"
          />
          {colors.length > 1 && (
            <button
              type="button"
              aria-label={texts.removeColor(at + 1)}
              onClick={() => {
                onChange(colors.toSpliced(at, 1));
              }}
              className="absolute -top-1.5 -right-1.5 hidden size-6 place-items-center rounded-full border bg-surface text-muted group-focus-within:grid group-hover:grid"
            >
              <X className="size-3" />
            </button>
          )}
        </li>
      ))}
      {colors.length < MOST && (
        <li>
          <Button
            variant="outline"
            size="small-icon"
            aria-label={texts.addColor}
            onClick={() => {
              onChange([...colors, "#767676"]);
            }}
          >
            <Plus />
          </Button>
        </li>
      )}
    </ul>
  );
}

function NewTemplate({ onSave }: { onSave: (name: string) => Promise<string[]> }) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState<string[]>([]);
  const [error, setError] = useState<unknown>();
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(name).then((warnings) => {
          setSaid([texts.saved(name), ...warnings]);
          setError(undefined);
        }, setError);
      }}
    >
      <div className="flex gap-1.5">
        <Input
          aria-label={texts.templateName}
          placeholder={texts.templateName}
          value={name}
          maxLength={60}
          className="h-8"
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Button type="submit" size="small" className="h-8" disabled={name.trim() === ""}>
          {texts.saveTemplate}
        </Button>
      </div>
      <ul role="status" className="space-y-1 text-xs text-muted">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {error !== undefined && <ErrorNotice error={error} />}
    </form>
  );
}
