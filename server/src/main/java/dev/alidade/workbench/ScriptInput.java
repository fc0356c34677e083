package dev.alidade.workbench;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code run_script} takes. */
public record ScriptInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Statements that read, with semicolons between them; at most 200") String sql,
    @Description("Whether the statements after one that fails are skipped; true unless given")
        Optional<Boolean> stopOnError,
    @Description("Rows of each statement, at most 1000; 100 unless given")
        Optional<Integer> limit) {}
