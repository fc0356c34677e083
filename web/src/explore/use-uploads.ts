import { useCallback, useEffect, useRef, useState } from "react";
import { isAbort } from "@/api/errors";
import { sendFile, type Uploaded } from "./upload";

/** A file on its way, there, or refused. */
export interface Sending {
  key: number;
  name: string;
  percent: number;
  uploaded?: Uploaded;
  error?: unknown;
}

/** Sends files one after another; one that is left out is not sent on. */
export function useUploads(first: readonly File[]) {
  const [sendings, setSendings] = useState<Sending[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  const queue = useRef(Promise.resolve());
  const next = useRef(0);

  const change = useCallback((key: number, part: Partial<Sending>) => {
    setSendings((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);

  const send = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = next.current++;
        const controller = new AbortController();
        controllers.current.set(key, controller);
        setSendings((all) => [...all, { key, name: file.name, percent: 0 }]);
        queue.current = queue.current.then(async () => {
          if (controller.signal.aborted) {
            return;
          }
          try {
            const uploaded = await sendFile(
              file,
              (percent) => {
                change(key, { percent });
              },
              controller.signal,
            );
            change(key, { percent: 100, uploaded });
          } catch (error) {
            if (!isAbort(error)) {
              change(key, { error });
            }
          }
        });
      }
    },
    [change],
  );

  const leaveOut = useCallback((key: number) => {
    controllers.current.get(key)?.abort();
    setSendings((all) => all.filter((each) => each.key !== key));
  }, []);

  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      send(first);
    }
  }, [first, send]);

  return { sendings, send, leaveOut };
}
