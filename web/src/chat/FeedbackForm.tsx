import { useId, useState, type ReactNode } from "react";
import type { Answer, Input as Sent } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import { texts } from "./texts";

interface FeedbackFormProps {
  answer: Answer;
  busy: boolean;
  error: unknown;
  onSend: (said: Partial<Sent<"give_feedback">>) => void;
  onClose: () => void;
}

/** What was wrong, the question in other words, and SQL that answers it; none of it must be. */
export function FeedbackForm({ answer, busy, error, onSend, onClose }: FeedbackFormProps) {
  const [note, setNote] = useState("");
  const [question, setQuestion] = useState("");
  const [sql, setSql] = useState("");
  const said = {
    ...(note.trim() && { note: note.trim() }),
    ...(question.trim() && { question: question.trim() }),
    ...(sql.trim() && { corrected_sql: sql.trim() }),
  };
  return (
    <form
      aria-label={texts.wrongForm}
      className="space-y-3 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(said);
      }}
    >
      <Field label={texts.wrongWhat}>
        {(id) => (
          <Textarea
            id={id}
            rows={2}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        )}
      </Field>
      <Field label={texts.otherWords}>
        {(id) => (
          <Input
            id={id}
            placeholder={answer.question}
            value={question}
            onChange={(event) => {
              setQuestion(event.target.value);
            }}
          />
        )}
      </Field>
      {answer.source && (
        <Field label={texts.betterSql}>
          {(id) => (
            <Textarea
              id={id}
              rows={3}
              spellCheck={false}
              className="font-mono text-[13px]"
              placeholder={answer.sql ?? undefined}
              value={sql}
              onChange={(event) => {
                setSql(event.target.value);
              }}
            />
          )}
        </Field>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
      <div className="flex gap-1.5">
        <Button type="submit" size="small" disabled={busy || Object.keys(said).length === 0}>
          {texts.send}
        </Button>
        <Button type="button" variant="ghost" size="small" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block text-xs font-medium text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
