package dev.alidade.evaluate.cause;

import dev.alidade.evaluate.cause.Query.From;
import dev.alidade.evaluate.cause.Query.Select;
import dev.alidade.evaluate.cause.Query.Shown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names in one select mean, and in those around it. */
final class Scope {
  private final Schema schema;
  private final Optional<Scope> outer;
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> derived = new LinkedHashMap<>();
  private final Map<String, Term> named = new HashMap<>();

  Scope(Schema schema, Optional<Scope> outer, Select select) {
    this.schema = schema;
    this.outer = outer;
    for (From from : select.tables()) {
      from.query()
          .ifPresentOrElse(
              query -> derived.put(from.alias(), columnsOf(query)),
              () -> tables.put(from.alias(), from.table()));
    }
    for (Shown shown : select.shown()) {
      shown.alias().ifPresent(alias -> named.put(alias, shown.term()));
    }
  }

  /** What a column is: {@code table.column}, or what a query in the place of a table shows. */
  Optional<String> find(Term.Column column) {
    Optional<String> here = column.table().isEmpty() ? anywhere(column.name()) : qualified(column);
    return here.or(() -> outer.flatMap(scope -> scope.find(column)));
  }

  /** The table's own column, also where it is a foreign key. */
  Optional<String> written(Term.Column column) {
    Optional<String> table =
        column.table().isEmpty()
            ? tables.values().stream().filter(t -> schema.has(t, column.name())).findFirst()
            : Optional.ofNullable(tables.get(column.table()));
    return table
        .map(name -> name + "." + column.name())
        .or(() -> outer.flatMap(scope -> scope.written(column)));
  }

  /** What is shown under this name. */
  Optional<Term> shownAs(String alias) {
    return Optional.ofNullable(named.get(alias));
  }

  private Optional<String> qualified(Term.Column column) {
    if (derived.containsKey(column.table())) {
      return Optional.ofNullable(derived.get(column.table()).get(column.name()));
    }
    return Optional.ofNullable(tables.get(column.table()))
        .map(table -> schema.original(table + "." + column.name()));
  }

  private Optional<String> anywhere(String name) {
    for (String table : tables.values()) {
      if (schema.has(table, name)) {
        return Optional.of(schema.original(table + "." + name));
      }
    }
    return derived.values().stream()
        .filter(columns -> columns.containsKey(name))
        .findFirst()
        .map(columns -> columns.get(name));
  }

  private Map<String, String> columnsOf(Query query) {
    Select first = query.selects().getFirst();
    Plain plain = new Plain(new Scope(schema, outer, first));
    Map<String, String> columns = new HashMap<>();
    List<Shown> shown = first.shown();
    for (Shown one : shown) {
      String text = plain.text(one.term());
      one.alias().ifPresent(alias -> columns.put(alias, text));
      if (one.alias().isEmpty() && one.term() instanceof Term.Column column) {
        columns.put(column.name(), text);
      }
    }
    return columns;
  }
}
