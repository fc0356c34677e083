package dev.alidade.redteam;

import dev.alidade.base.ErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that a caller gets to know from one attempt. */
public sealed interface Outcome {
  /** Every word of it. */
  List<String> words();

  /**
   * Rows came out.
   *
   * @param columns their names
   * @param rows cells as text: numbers to twelve digits, dates and times as ISO writes them
   * @param cut whether there were more
   */
  record Rows(List<String> columns, List<List<String>> rows, boolean cut) implements Outcome {
    public Rows {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** The rows whatever their order. */
    public List<String> sorted() {
      return rows.stream().map(List::toString).sorted().toList();
    }

    @Override
    public List<String> words() {
      return Stream.concat(columns.stream(), rows.stream().flatMap(List::stream)).toList();
    }
  }

  /** It was refused, or it failed. */
  record Failed(ErrorCode code, String message) implements Outcome {
    public Failed {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public List<String> words() {
      return List.of(message);
    }
  }

  /** The same with every word changed. */
  default Outcome with(UnaryOperator<String> change) {
    return switch (this) {
      case Rows rows ->
          new Rows(
              rows.columns().stream().map(change).toList(),
              rows.rows().stream().map(row -> row.stream().map(change).toList()).toList(),
              rows.cut());
      case Failed failed -> new Failed(failed.code(), change.apply(failed.message()));
    };
  }

  /** Whether the two tell the same, whatever the order of rows. */
  default boolean tellsAs(Outcome other) {
    return switch (this) {
      case Rows rows -> showsAs(other) && rows.columns().equals(((Rows) other).columns());
      case Failed failed -> failed.equals(other);
    };
  }

  /** Whether the two are the same rows, whatever their order and the names of columns. */
  default boolean showsAs(Outcome other) {
    return this instanceof Rows rows
        && other instanceof Rows others
        && rows.cut() == others.cut()
        && rows.columns().size() == others.columns().size()
        && rows.sorted().equals(others.sorted());
  }
}
