import { texts } from "./texts";

/** In place of rows where a query found none. */
export function NoRows() {
  return (
    <p className="rounded-lg border border-dashed px-4 py-6 text-center text-sm text-muted">
      {texts.noRows}
    </p>
  );
}
