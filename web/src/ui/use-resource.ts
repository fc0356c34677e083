import { useCallback, useEffect, useState } from "react";
import { isAbort } from "@/api/errors";

export interface Resource<T> {
  data: T | undefined;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

/** Loads something when shown and again on demand, keeping the old value meanwhile. */
export function useResource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [data, setData] = useState<T>();
  const [error, setError] = useState<unknown>();
  const [loading, setLoading] = useState(true);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(
      (value) => {
        setData(value);
        setError(undefined);
        setLoading(false);
      },
      (reason: unknown) => {
        if (!isAbort(reason)) {
          setError(reason);
          setLoading(false);
        }
      },
    );
    return () => {
      controller.abort();
    };
  }, [load, round]);

  const reload = useCallback(() => {
    setLoading(true);
    setRound((value) => value + 1);
  }, []);

  return { data, error, loading, reload };
}
