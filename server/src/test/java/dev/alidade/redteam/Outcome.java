package dev.alidade.redteam;

import dev.alidade.base.ErrorCode;
import java.util.List;
import java.util.Objects;

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
      return java.util.stream.Stream.concat(columns.stream(), rows.stream().flatMap(List::stream))
          .toList();
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

  /** Whether the two tell the same, whatever the order of rows. */
  default boolean tellsAs(Outcome other) {
    return switch (this) {
      case Rows rows ->
          other instanceof Rows others
              && rows.columns().equals(others.columns())
              && rows.cut() == others.cut()
              && rows.sorted().equals(others.sorted());
      case Failed failed -> failed.equals(other);
    };
  }
}
