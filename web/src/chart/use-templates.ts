import { useCallback } from "react";
import { call } from "@/api/client";
import { useResource } from "@/ui/use-resource";

const load = (signal: AbortSignal) => call("list_chart_templates", {}, signal);

/** The colours for charts that somebody named for all, and how to name more. */
export function useTemplates() {
  const { data, error, reload } = useResource(load);
  const save = useCallback(
    async (name: string, colors: string[], theme: "light" | "dark" | "print" | undefined) => {
      const { warnings } = await call("save_chart_template", {
        name,
        colors,
        ...(theme && { theme }),
      });
      reload();
      return warnings;
    },
    [reload],
  );
  const remove = useCallback(
    async (name: string) => {
      await call("remove_chart_template", { name });
      reload();
    },
    [reload],
  );
  return { templates: data?.templates ?? [], error, save, remove };
}
