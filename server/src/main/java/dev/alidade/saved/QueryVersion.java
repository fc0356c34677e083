package dev.alidade.saved;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One version of a saved query as a caller sees it. */
public record QueryVersion(
    @Headline(1) @Description("For approve_query") int version,
    @Headline(2) String title,
    @Headline(3) String description,
    @Headline(4) String source,
    @Headline(5) String sql,
    @Headline(6) List<QueryParameter> parameters,
    @Headline(7) @Description("Whether models have it as a tool of that name") boolean tool,
    @Headline(8) String savedBy,
    @Headline(9) @Description("Through which door; `mcp` is a model or an agent")
        String savedThrough,
    @Headline(10) Optional<String> savedAt,
    @Headline(11) Optional<String> approvedBy,
    @Headline(12) Optional<String> approvedAt) {
  public QueryVersion {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(savedBy, "savedBy");
    Objects.requireNonNull(savedThrough, "savedThrough");
    Objects.requireNonNull(savedAt, "savedAt");
    Objects.requireNonNull(approvedBy, "approvedBy");
    Objects.requireNonNull(approvedAt, "approvedAt");
  }

  static QueryVersion of(SavedQuery query) {
    QueryDefinition definition = query.definition();
    return new QueryVersion(
        query.version(),
        definition.title(),
        definition.description(),
        definition.source(),
        definition.sql(),
        definition.parameters(),
        definition.tool(),
        query.savedBy(),
        query.savedThrough(),
        query.savedAt().map(Instant::toString),
        query.approvedBy(),
        query.approvedAt().map(Instant::toString));
  }
}
