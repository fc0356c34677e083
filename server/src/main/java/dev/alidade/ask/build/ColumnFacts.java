package dev.alidade.ask.build;

import dev.alidade.ask.ground.NameWords;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Units;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Formula;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What single columns are good for: as the semantic model says, else as names and values tell. */
final class ColumnFacts {
  /** Endings that are words more often than units: "checked_in", "price_min". */
  private static final Set<String> NO_UNITS = Set.of("in", "min");

  private static final Set<String> BIRTH = Set.of("birth", "birthday", "birthdate", "born", "dob");

  private final SourceKnowledge knowledge;
  private final Map<TableName, Set<String>> times = new HashMap<>();
  private final Map<List<String>, Units.Unit> units = new HashMap<>();
  private final Map<TableName, List<String>> named = new HashMap<>();
  private final Map<TableName, Table> tables = new HashMap<>();

  ColumnFacts(Domain domain) {
    this.knowledge = domain.knowledge();
    knowledge.tables().forEach(table -> tables.put(table.name(), table));
    domain.model().datasets().forEach(this::read);
  }

  private void read(Dataset dataset) {
    Set<String> happening = new LinkedHashSet<>();
    for (Field field : dataset.fields()) {
      if (field.formula() instanceof Formula.Column column) {
        List<String> place = List.of(dataset.table().toString(), column.column());
        field.unit().flatMap(Units::named).ifPresent(unit -> units.put(place, unit));
        if (field.time()) {
          happening.add(column.column());
        }
      }
    }
    times.put(dataset.table(), happening);
    named.put(dataset.table(), dataset.display());
  }

  /** The columns that name the rows of a table for people. */
  List<Column> display(Table table) {
    List<Column> said =
        named.getOrDefault(table.name(), List.of()).stream()
            .flatMap(name -> table.column(name).stream())
            .toList();
    return said.isEmpty() ? DisplayColumns.of(table) : said;
  }

  /** What the numbers of a column count. */
  Optional<Units.Unit> unit(Target target) {
    Units.Unit said = units.get(List.of(target.table().toString(), target.column().name()));
    if (said != null) {
      return Optional.of(said);
    }
    String name = target.column().name();
    String ending = name.substring(name.lastIndexOf('_') + 1);
    boolean clear = ending.length() > 1 && ending.length() < name.length();
    return clear && !NO_UNITS.contains(ending) ? Units.named(ending) : Optional.empty();
  }

  /** Whether a date says when a row came about; the day somebody was born on does not. */
  boolean happens(Target date) {
    Set<String> said = times.get(date.table());
    return said == null
        ? NameWords.lemmas(date.column().name()).stream().noneMatch(BIRTH::contains)
        : said.contains(date.column().name());
  }

  /** Whether a column was seen to hold a value more than once. */
  boolean repeats(Target target) {
    return profile(target)
        .filter(profile -> profile.distinct() + profile.nulls() < profile.rows())
        .isPresent();
  }

  /** Whether a column was seen to be empty in some rows. */
  boolean lacks(Target target) {
    return profile(target).filter(profile -> profile.nulls() > 0).isPresent();
  }

  /** Whether each row of the table is known by its value of the column. */
  boolean names(Target target) {
    return display(tables.get(target.table())).contains(target.column()) && !repeats(target);
  }

  /** Whether the column was seen to hold texts that are neither numbers nor dates. */
  boolean holdsWords(Target target) {
    return target.column().type().kind() == TypeKind.TEXT
        && profile(target)
            .filter(profile -> !profile.examples().isEmpty())
            .filter(profile -> profile.examples().stream().noneMatch(ColumnFacts::isNumber))
            .isPresent();
  }

  private static boolean isNumber(String value) {
    return value.strip().matches("[-+$€£]?\\d.*");
  }

  private Optional<ColumnProfile> profile(Target target) {
    return knowledge.profile(target.table(), target.column().name());
  }
}
