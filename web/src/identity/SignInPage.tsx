import { ArrowRight, Eye, EyeOff, LoaderCircle } from "lucide-react";
import { useEffect, useId, useRef, useState, type SyntheticEvent } from "react";
import { call } from "@/api/client";
import { ApiError } from "@/api/errors";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Logo } from "@/ui/logo";
import { Sighting } from "./Sighting";
import { texts } from "./texts";

interface SignInPageProps {
  /** Whether somebody was signed in until just now. */
  ended: boolean;
  onSignedIn: () => void;
}

/** The way in; where one wanted to go is kept in the address. */
export function SignInPage({ ended, onSignedIn }: SignInPageProps) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [wait, setWait] = useCountdown();
  const nameBox = useRef<HTMLInputElement>(null);
  const passwordBox = useRef<HTMLInputElement>(null);
  const nameId = useId();
  const passwordId = useId();

  useEffect(() => {
    nameBox.current?.focus();
  }, []);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    call("sign_in", { name: name.trim(), password }).then(onSignedIn, (reason: unknown) => {
      setBusy(false);
      setError(reason);
      setWait(reason instanceof ApiError ? (reason.retryAfter ?? 0) : 0);
      passwordBox.current?.select();
    });
  };

  return (
    <div className="relative flex min-h-dvh flex-col overflow-hidden">
      <Sighting />
      <div className="flex justify-end p-2 sm:p-3">
        <ThemeToggle />
      </div>
      <main className="relative flex flex-1 flex-col justify-center px-4 pb-20">
        <div className="mx-auto w-full max-w-md rounded-2xl border bg-surface px-6 py-8 shadow-card sm:px-9 sm:py-10">
          <Logo className="mb-5 size-10" />
          <h1 className="font-serif text-3xl sm:text-4xl leading-tight font-medium">
            {texts.heading}
          </h1>
          <p className="mt-2 mb-7 text-[15px] text-muted">{ended ? texts.ended : texts.lead}</p>
          <form onSubmit={submit} className="space-y-4" aria-label={texts.signIn}>
            <div>
              <label htmlFor={nameId} className="mb-1.5 block text-sm font-medium">
                {texts.name}
              </label>
              <Input
                ref={nameBox}
                id={nameId}
                className="h-11"
                value={name}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                onChange={(event) => {
                  setName(event.target.value);
                }}
              />
            </div>
            <div>
              <label htmlFor={passwordId} className="mb-1.5 block text-sm font-medium">
                {texts.password}
              </label>
              <div className="relative">
                <Input
                  ref={passwordBox}
                  id={passwordId}
                  className="h-11 pr-11"
                  type={shown ? "text" : "password"}
                  value={password}
                  autoComplete="current-password"
                  required
                  onChange={(event) => {
                    setPassword(event.target.value);
                  }}
                />
                <Button
                  variant="ghost"
                  size="icon"
                  className="absolute top-1 right-1"
                  aria-label={shown ? texts.hide : texts.show}
                  onClick={() => {
                    setShown(!shown);
                  }}
                >
                  {shown ? <EyeOff /> : <Eye />}
                </Button>
              </div>
            </div>
            {error !== undefined && <ErrorNotice error={error} />}
            <Button asChild className="h-11 w-full text-[15px]">
              <button type="submit" disabled={busy || wait > 0}>
                {busy ? <LoaderCircle className="animate-spin" /> : null}
                {wait > 0 ? texts.wait(wait) : texts.signIn}
                {!busy && wait === 0 && <ArrowRight />}
              </button>
            </Button>
          </form>
          <p className="mt-6 text-[13px] text-muted">{texts.howTo}</p>
        </div>
      </main>
    </div>
  );
}

/** Seconds that go down to nothing by themselves. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  const running = left > 0;

  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const timer = setInterval(() => {
      setLeft((before) => before - 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [running]);

  return [left, setLeft];
}
