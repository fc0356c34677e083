package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a walk over a syntax tree has met so far. */
final class Findings {
  private static final int MOST_REASONS = 20;

  private final Utf8Text text;
  private final List<Place> places = new ArrayList<>();
  private final Set<TableName> tables = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final List<Reason> reasons = new ArrayList<>();
  private Effect effect = Effect.READ;

  Findings(String sql) {
    text = new Utf8Text(sql);
  }

  void table(TableName table, JsonNode place) {
    tables.add(table);
    places.add(new Place(table, place));
  }

  /** A table whose rows are changed. */
  void changed(TableName table) {
    tables.add(table);
  }

  /** Where a base table stands in the tree. */
  record Place(TableName table, JsonNode node) {}

  List<Place> places() {
    return places;
  }

  void column(String column) {
    columns.add(column);
  }

  void function(String function) {
    functions.add(function);
  }

  void effect(Effect found) {
    effect = found.compareTo(effect) > 0 ? found : effect;
  }

  /** Notes a reason to refuse; a place beyond all texts means that there is none. */
  void refuse(ErrorCode code, String message, long byteOffset) {
    if (reasons.size() < MOST_REASONS) {
      boolean known = byteOffset >= 0 && byteOffset <= Integer.MAX_VALUE;
      reasons.add(
          new Reason(
              code,
              message,
              known ? Optional.of(text.locationOf((int) byteOffset)) : Optional.empty()));
    }
  }

  Set<TableName> tables() {
    return tables;
  }

  Set<String> columns() {
    return columns;
  }

  Set<String> functions() {
    return functions;
  }

  List<Reason> reasons() {
    return reasons;
  }

  Effect effect() {
    return effect;
  }
}
