package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** What {@code query_many} takes. */
public record ManyInput(
    @Description("Queries that do not depend on each other, at most 20") List<One> queries) {
  /** One of the queries. */
  public record One(
      @Description("Name of the source, as list_sources gives it") String source,
      @Description("One statement that reads, in the source's own SQL") String sql,
      @Description("Values to bind: an array for ? or an object for $name")
          Optional<Object> parameters,
      @Description("Rows, at most 1000; 100 unless given") Optional<Integer> limit) {
    public One {
      check("source", source);
      check("sql", sql);
    }

    private static void check(String field, String value) {
      if (value == null) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT, "Each of `queries` needs the field `%s`".formatted(field));
      }
    }
  }

  public ManyInput {
    queries = List.copyOf(queries);
  }
}
