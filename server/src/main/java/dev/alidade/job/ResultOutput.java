package dev.alidade.job;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Optional;

/** What {@code job_result} gives. */
public record ResultOutput(
    @Headline(1) List<ColumnLabel> columns,
    @Headline(2) List<List<Object>> rows,
    @Headline(3) @Description("Whether there are more rows") boolean truncated,
    @Headline(4) @Description("Pass it to get the next page") Optional<String> cursor) {}
