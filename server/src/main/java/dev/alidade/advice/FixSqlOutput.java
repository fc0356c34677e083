package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code fix_sql} gives, the best correction first. */
public record FixSqlOutput(
    @Headline(1) @Description("What was found") String explanation,
    @Headline(2) @Description("Why the statement fails, where it does") Optional<Mistake> mistake,
    @Headline(3) @Description("At most three; each was checked and planned, none was executed")
        List<Fix> fixes) {
  public FixSqlOutput {
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(mistake, "mistake");
    fixes = List.copyOf(fixes);
  }

  /** Why a statement fails, and where. */
  public record Mistake(
      ErrorCode code, String message, Optional<Integer> line, Optional<Integer> column) {
    public Mistake {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(column, "column");
    }

    static Mistake of(Problem problem) {
      return new Mistake(
          problem.code(),
          problem.message(),
          problem.location().map(Location::line),
          problem.location().map(Location::column));
    }
  }

  /** A statement that would run. */
  public record Fix(
      @Headline(2) String sql,
      @Headline(1) @Description("What was changed, in words") List<String> changes,
      @Headline(3) @Description("The lines that differ") String diff) {
    public Fix {
      Objects.requireNonNull(sql, "sql");
      changes = List.copyOf(changes);
      Objects.requireNonNull(diff, "diff");
    }
  }
}
