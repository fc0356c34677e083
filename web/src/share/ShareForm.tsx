import { Link2 } from "lucide-react";
import { useCallback, useState } from "react";
import { call } from "@/api/client";
import type { ShareSummary } from "@/api/types";
import { tour } from "@/tour/tour-store";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { useResource } from "@/ui/use-resource";
import { LIVES, texts, type Days } from "./texts";

const listShares = (signal: AbortSignal) => call("list_shares", {}, signal);

function addressOf(token: string): string {
  return new URL(`#/shared/${token}`, document.baseURI).href;
}

/** Makes a link and ends those that there are. */
export function ShareForm({ conversation }: { conversation: string }) {
  const [days, setDays] = useState<Days>(0);
  const [busy, setBusy] = useState(false);
  const [link, setLink] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const { data, reload } = useResource(listShares);
  const mine = data?.shares.filter((share) => share.conversation === conversation) ?? [];

  const done = (work: Promise<unknown>) => {
    setBusy(true);
    work
      .then(() => {
        setFailure(undefined);
        reload();
      })
      .catch(setFailure)
      .finally(() => {
        setBusy(false);
      });
  };

  const make = useCallback(async () => {
    const { token } = await call("share_conversation", { conversation, ...(days && { days }) });
    setLink(addressOf(token));
    tour.did("share");
  }, [conversation, days]);

  return (
    <div className="space-y-5 text-sm">
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          done(make());
        }}
      >
        <label className="flex-1 basis-48 space-y-1">
          <span className="block text-xs font-medium text-muted">{texts.ends}</span>
          <Select
            value={days}
            onChange={(event) => {
              setDays(Number(event.target.value) as Days);
            }}
          >
            {LIVES.map((each) => (
              <option key={each} value={each}>
                {texts.lives[each]}
              </option>
            ))}
          </Select>
        </label>
        <Button type="submit" disabled={busy}>
          <Link2 /> {texts.make}
        </Button>
      </form>
      {failure !== undefined && <ErrorNotice error={failure} />}
      {link && (
        <div className="space-y-2 rounded-lg border bg-surface p-3" role="status">
          <div className="flex items-center gap-2">
            <Input
              readOnly
              aria-label={texts.link}
              value={link}
              className="min-w-0 flex-1 font-mono text-xs"
              onFocus={(event) => {
                event.target.select();
              }}
            />
            <CopyButton label={texts.copy} text={() => link} />
          </div>
          <p className="text-xs text-muted">{texts.made}</p>
        </div>
      )}
      {mine.length > 0 && (
        <section className="space-y-1.5">
          <h3 className="text-xs font-medium text-muted">{texts.yours}</h3>
          <ul className="divide-y rounded-lg border">
            {mine.map((share) => (
              <Given
                key={share.share}
                share={share}
                busy={busy}
                onEnd={() => {
                  setLink(undefined);
                  done(call("end_share", { share: share.share }));
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Given({ share, busy, onEnd }: { share: ShareSummary; busy: boolean; onEnd: () => void }) {
  return (
    <li className="flex items-center justify-between gap-3 py-1.5 pr-1.5 pl-3">
      <span className="min-w-0">
        {texts.since(share.shared_at)}
        {share.expires_at && <span className="text-muted"> · {texts.until(share.expires_at)}</span>}
      </span>
      <Button
        variant="danger"
        size="small"
        disabled={busy}
        aria-label={texts.endOf(share.shared_at)}
        onClick={onEnd}
      >
        {texts.end}
      </Button>
    </li>
  );
}
