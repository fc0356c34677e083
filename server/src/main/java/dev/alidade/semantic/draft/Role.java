package dev.alidade.semantic.draft;

import dev.alidade.catalog.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import java.util.List;
import java.util.Set;

/**
 * What a column is for: to tell rows apart, to group them, to place them in time, to be counted.
 */
enum Role {
  KEY,
  DIMENSION,
  TIME,
  ADDED,
  AVERAGED,
  NUMBER;

  private static final Set<String> KEYS = Set.of("id", "uuid", "guid", "key");
  private static final Set<String> LABELS =
      Set.of(
          "code",
          "number",
          "no",
          "nr",
          "num",
          "zip",
          "postcode",
          "phone",
          "fax",
          "isbn",
          "ean",
          "sku",
          "year",
          "month",
          "quarter",
          "week",
          "weekday",
          "day",
          "hour",
          "version",
          "type",
          "kind",
          "status",
          "class",
          "category",
          "rank",
          "position",
          "flag",
          "is",
          "has",
          "postal",
          "line",
          "sequence",
          "sort");
  private static final Set<String> AVERAGES =
      Set.of(
          "price",
          "rate",
          "percent",
          "percentage",
          "pct",
          "ratio",
          "share",
          "score",
          "rating",
          "age",
          "temperature",
          "average",
          "avg",
          "mean",
          "height",
          "weight",
          "width",
          "length",
          "size",
          "area",
          "speed",
          "level",
          "index",
          "margin",
          "salary",
          "wage",
          "tax",
          "density");
  private static final Set<String> BIRTHS = Set.of("birth", "birthday", "birthdate", "born", "dob");
  private static final Set<String> PLACES =
      Set.of("latitude", "longitude", "lat", "lng", "lon", "x", "y");

  static Role of(Table table, Column column, List<ForeignKey> keys) {
    List<String> words = Words.ofName(column.name());
    boolean references =
        keys.stream()
            .filter(key -> key.from().equals(table.name()))
            .anyMatch(key -> key.columns().contains(column.name()));
    if (references
        || table.primaryKey().contains(column.name())
        || words.stream().anyMatch(KEYS::contains)) {
      return KEY;
    }
    if (column.type().kind().isTemporal()) {
      return words.stream().anyMatch(BIRTHS::contains) ? DIMENSION : TIME;
    }
    if (!column.type().kind().isNumeric() || words.stream().anyMatch(LABELS::contains)) {
      return DIMENSION;
    }
    if (words.stream().anyMatch(PLACES::contains)) {
      return NUMBER;
    }
    return words.stream().anyMatch(AVERAGES::contains) ? AVERAGED : ADDED;
  }

  /** Whether rows are grouped by it. */
  boolean isDimension() {
    return switch (this) {
      case KEY, DIMENSION, TIME -> true;
      case ADDED, AVERAGED, NUMBER -> false;
    };
  }
}
