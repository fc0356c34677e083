package dev.alidade.catalog;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code profile_table} gives. */
public record ProfileTableOutput(
    String source,
    String table,
    @Description("When the source was last read from end to end") String readAt,
    List<ColumnContent> columns) {
  public ProfileTableOutput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(readAt, "readAt");
    columns = List.copyOf(columns);
  }

  /** What one column holds. */
  public record ColumnContent(
      String name,
      @Description("How many rows were looked at") long rows,
      long nulls,
      @Description("How many different values they hold") long distinct,
      Optional<String> minimum,
      Optional<String> maximum,
      @Description("Up to five frequent values") List<String> examples) {
    public ColumnContent {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(minimum, "minimum");
      Objects.requireNonNull(maximum, "maximum");
      examples = List.copyOf(examples);
    }

    static ColumnContent of(String name, ColumnProfile profile) {
      return new ColumnContent(
          name,
          profile.rows(),
          profile.nulls(),
          profile.distinct(),
          profile.minimum(),
          profile.maximum(),
          profile.examples());
    }
  }
}
