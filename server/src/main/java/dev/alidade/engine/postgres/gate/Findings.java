package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the walk through a statement's tree has found so far. */
final class Findings {
  private static final int MOST_REASONS = 20;

  private final StatementText text;
  private final Utf8Offsets offsets;
  private final Set<TableName> tables = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Place> qualified = new ArrayList<>();
  private Effect effect = Effect.READ;

  Findings(StatementText text) {
    this.text = text;
    this.offsets = new Utf8Offsets(text.sent());
  }

  /** A node of the tree that names a table. */
  record Place(TableName table, JsonNode node) {}

  void table(TableName table, JsonNode relation) {
    tables.add(table);
    places.add(new Place(table, relation));
  }

  /** A column is named with the schema and the name of a table in scope before it. */
  void qualified(TableName table, JsonNode column) {
    qualified.add(new Place(table, column));
  }

  /** Where stored tables stand, in the order of the walk. */
  List<Place> places() {
    return places;
  }

  /** The columns that are named with schema and table. */
  List<Place> qualifiedColumns() {
    return qualified;
  }

  /** Whether nothing speaks against the statement. */
  boolean isClean() {
    return reasons.isEmpty();
  }

  void column(String column) {
    columns.add(column);
  }

  void function(String function) {
    functions.add(function);
  }

  /** The statement does at least this. */
  void effect(Effect found) {
    if (found.compareTo(effect) > 0) {
      effect = found;
    }
  }

  /** Speaks against the statement; {@code at} counts bytes of what is sent, negative if unknown. */
  void refuse(ErrorCode code, String message, int at) {
    if (reasons.size() < MOST_REASONS) {
      reasons.add(new Reason(code, message, location(at)));
    }
  }

  /** Where in the written text that byte of the sent one is. */
  Optional<Location> location(int at) {
    return at < 0 ? Optional.empty() : Optional.of(Location.of(text.written(), writtenOffset(at)));
  }

  /** The written text of the statement at that byte of the sent one; length 0 is all the rest. */
  String written(int at, int length) {
    int end = length == 0 ? text.written().length() : writtenOffset(at + length);
    return text.written().substring(writtenOffset(at), end);
  }

  /** The place in the written text of a byte of the sent one. */
  int writtenOffset(int at) {
    return text.writtenOffset(offsets.characterOf(at));
  }

  Inspection inspection(String allowed) {
    return new Inspection(
        effect,
        reasons.isEmpty() ? Optional.of(allowed) : Optional.empty(),
        List.copyOf(tables),
        List.copyOf(columns),
        List.copyOf(functions),
        reasons);
  }
}
