package dev.alidade.delivery;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.query.Cells;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cuts sorted rows where the values of some columns change, and leaves these columns out: they are
 * the names of folders, as Hive and Spark read them.
 */
final class Partitions {
  private static final int MOST = 10_000;
  private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  private final ResultStream rows;
  private final List<ResultColumn> all;
  private final int[] keys;
  private final int[] others;
  private Optional<Batch> batch = Optional.empty();
  private int position;
  private List<Object> current = List.of();
  private int begun;

  Partitions(ResultStream rows, List<String> partitionBy) {
    this.rows = rows;
    all = rows.columns();
    keys = partitionBy.stream().mapToInt(this::indexOf).toArray();
    others =
        IntStream.range(0, all.size())
            .filter(index -> Arrays.stream(keys).noneMatch(key -> key == index))
            .toArray();
    if (others.length == 0) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`partition_by` names every column; leave one for the files");
    }
  }

  /** Goes to the next partition and says its folder; empty after the last. */
  Optional<String> advance() {
    fetch();
    if (batch.isEmpty()) {
      return Optional.empty();
    }
    begun++;
    if (begun > MOST) {
      throw new AlidadeException(
          ErrorCode.RESULT_TOO_LARGE,
          "The columns of `partition_by` make more than %,d files; partition by fewer or coarser values"
              .formatted(MOST));
    }
    current = keyAt(position);
    return Optional.of(folder());
  }

  /** The rows of this partition, which must be read to their end. */
  ResultStream rows() {
    List<ResultColumn> columns = Arrays.stream(others).mapToObj(all::get).toList();
    return new ResultStream() {
      @Override
      public List<ResultColumn> columns() {
        return columns;
      }

      @Override
      public Optional<Batch> next() {
        return slice();
      }

      @Override
      public void close() {}
    };
  }

  private Optional<Batch> slice() {
    fetch();
    if (batch.isEmpty()) {
      return Optional.empty();
    }
    int from = position;
    while (position < batch.get().rows() && isCurrent(position)) {
      position++;
    }
    return position == from
        ? Optional.empty()
        : Optional.of(new Slice(batch.get(), others, from, position - from));
  }

  private void fetch() {
    if (batch.isEmpty() || position == batch.get().rows()) {
      batch = rows.next();
      position = 0;
    }
  }

  private boolean isCurrent(int row) {
    for (int key = 0; key < keys.length; key++) {
      if (!Objects.equals(batch.orElseThrow().value(keys[key], row), current.get(key))) {
        return false;
      }
    }
    return true;
  }

  private List<Object> keyAt(int row) {
    List<Object> values = new ArrayList<>();
    for (int key : keys) {
      values.add(batch.orElseThrow().value(key, row));
    }
    return values;
  }

  private String folder() {
    List<String> parts = new ArrayList<>();
    for (int key = 0; key < keys.length; key++) {
      Object value = current.get(key);
      String text = value == null ? NULL : encoded(Cells.toText(value));
      parts.add(encoded(all.get(keys[key]).name()) + "=" + text);
    }
    return String.join("/", parts);
  }

  // A dot alone, or two, would be a step in the path.
  private static String encoded(String value) {
    String text = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return text.matches("\\.*") ? text.replace(".", "%2E") : text;
  }

  private int indexOf(String name) {
    for (int index = 0; index < all.size(); index++) {
      if (all.get(index).name().equalsIgnoreCase(name)) {
        return index;
      }
    }
    throw new AlidadeException(
        ErrorCode.COLUMN_NOT_FOUND,
        "The result has no column `%s` to partition by; it has %s"
            .formatted(name, String.join(", ", all.stream().map(ResultColumn::name).toList())));
  }

  /** Some columns and rows of a batch. */
  private static final class Slice implements Batch {
    private final Batch batch;
    private final int[] columns;
    private final int from;
    private final int rows;

    Slice(Batch batch, int[] columns, int from, int rows) {
      this.batch = batch;
      this.columns = columns;
      this.from = from;
      this.rows = rows;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public Object value(int column, int row) {
      return batch.value(columns[column], from + row);
    }

    @Override
    public ColumnValues column(int column) {
      return batch.column(columns[column]).slice(from, rows);
    }

    @Override
    public boolean isNull(int column, int row) {
      return batch.isNull(columns[column], from + row);
    }

    @Override
    public long longValue(int column, int row) {
      return batch.longValue(columns[column], from + row);
    }

    @Override
    public double doubleValue(int column, int row) {
      return batch.doubleValue(columns[column], from + row);
    }
  }
}
