package dev.alidade.ask;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables that a plan reads. */
final class PlanTables {
  private static final int DATE = 10;

  private PlanTables() {}

  static List<String> names(Plan plan) {
    return of(plan).stream().map(TableName::toString).toList();
  }

  static Set<TableName> of(Plan plan) {
    Set<TableName> tables = new LinkedHashSet<>();
    collect(plan, tables);
    return tables;
  }

  private static void collect(Plan plan, Set<TableName> tables) {
    switch (plan) {
      case SelectPlan select -> {
        select.tables().forEach(use -> tables.add(use.table()));
        select.filter().ifPresent(filter -> collect(filter, tables));
      }
      case DrillAcrossPlan across -> across.parts().forEach(part -> collect(part, tables));
      case SetPlan set -> {
        collect(set.left(), tables);
        collect(set.right(), tables);
      }
    }
  }

  private static void collect(Predicate predicate, Set<TableName> tables) {
    switch (predicate) {
      case Predicate.Member member -> collect(member.plan(), tables);
      case Predicate.AllOf all -> all.parts().forEach(part -> collect(part, tables));
      case Predicate.AnyOf any -> any.parts().forEach(part -> collect(part, tables));
      case Predicate.Comparison comparison -> {}
      case Predicate.Between between -> {}
      case Predicate.TextMatch match -> {}
      case Predicate.InPeriod within -> {}
      case Predicate.Missing missing -> {}
    }
  }

  /** The latest day in any date of the tables. */
  static Optional<String> newest(Plan plan, SourceMap map) {
    return of(plan).stream()
        .flatMap(name -> map.table(name).stream())
        .flatMap(table -> table.columns().stream().flatMap(c -> latest(table, c, map).stream()))
        .max(Comparator.naturalOrder());
  }

  private static Optional<String> latest(Table table, Column column, SourceMap map) {
    return column.type().kind().isTemporal()
        ? map.knowledge()
            .profile(table.name(), column.name())
            .flatMap(profile -> profile.maximum())
            .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}.*"))
            .map(text -> text.substring(0, DATE))
        : Optional.empty();
  }
}
