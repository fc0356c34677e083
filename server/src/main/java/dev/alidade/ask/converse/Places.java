package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.text.Period;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TimeGrain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the columns that words may mean in the light of a plan; what is nearest to it is meant. */
final class Places {
  private static final int MOST = 3;
  private static final double AS_GOOD = 0.02;

  private final SourceMap map;
  private final SelectPlan plan;
  private final Set<TableName> used;

  Places(SourceMap map, SelectPlan plan) {
    this.map = map;
    this.plan = plan;
    this.used = Joiner.tables(plan);
  }

  /** Those of the columns that stand nearest to the plan; several where they stand as near. */
  List<Place> nearest(List<Mention.OfColumn> mentions) {
    double best = mentions.stream().mapToDouble(Mention::score).max().orElse(0);
    List<Place> places =
        mentions.stream()
            .filter(mention -> mention.score() >= best - AS_GOOD)
            .map(mention -> new Place(mention.table(), mention.column()))
            .distinct()
            .toList();
    List<Place> near = nearestOf(places);
    // A column that the plan uses is meant, and a worse fit of its own tables before a far one.
    List<Place> own =
        mentions.stream()
            .map(mention -> new Place(mention.table(), mention.column()))
            .filter(this::isSpokenOf)
            .distinct()
            .toList();
    return own.isEmpty() ? near : own.subList(0, 1);
  }

  /** Those places that hold a value, the ones first that a condition stands on. */
  List<Place> ofValues(List<Mention.OfValue> mentions) {
    List<Place> places =
        mentions.stream()
            .map(mention -> new Place(mention.table(), mention.column()))
            .distinct()
            .toList();
    List<Place> filtered = places.stream().filter(this::isFiltered).toList();
    if (!filtered.isEmpty()) {
      return filtered.subList(0, 1);
    }
    List<Place> grouped = places.stream().filter(this::isSpokenOf).toList();
    return grouped.isEmpty() ? nearestOf(places) : grouped.subList(0, 1);
  }

  private List<Place> nearestOf(List<Place> places) {
    int least = places.stream().mapToInt(this::distance).min().orElse(Integer.MAX_VALUE);
    if (least == Integer.MAX_VALUE) {
      return List.of();
    }
    return places.stream().filter(place -> distance(place) == least).limit(MOST).toList();
  }

  /** How far from the plan: its first table, its others, then by the ways that lead there. */
  private int distance(Place place) {
    if (plan.tables().getFirst().table().equals(place.table())) {
      return 0;
    }
    if (used.contains(place.table())) {
      return 1;
    }
    return map.way(used, place.table())
        .map(way -> 1 + way.size() + (way.stream().anyMatch(SourceMap.Step::toMany) ? 3 : 0))
        .orElse(Integer.MAX_VALUE);
  }

  /** Whether a condition of the plan, or of one within, stands on the column. */
  boolean isFiltered(Place place) {
    return isFiltered(plan, place);
  }

  private static boolean isFiltered(SelectPlan plan, Place place) {
    for (Predicate part : Predicates.conjuncts(plan.filter())) {
      boolean inside =
          part instanceof Predicate.Member member
              && member.plan() instanceof SelectPlan inner
              && isFiltered(inner, place);
      if (inside || FilterEditor.isOn(plan, part, place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the plan shows the column or gathers by it. */
  boolean isSpokenOf(Place place) {
    return OrderEditor.shown(plan, place).isPresent()
        || plan.groups().stream()
            .flatMap(group -> Uses.column(group).stream())
            .anyMatch(column -> is(column, place));
  }

  private boolean is(Expression.ColumnUse column, Place place) {
    return column.column().equals(place.column().name())
        && plan.table(column.table())
            .map(TableUse::table)
            .filter(place.table()::equals)
            .isPresent();
  }

  /** The dates that a period may restrict: those the plan speaks of, else those of its tables. */
  List<Place> dates(Optional<Period> period) {
    Set<Place> spoken = new LinkedHashSet<>();
    List<Place> all = new ArrayList<>();
    for (Table table : map.knowledge().tables()) {
      for (Column column : table.columns()) {
        Place place = new Place(table.name(), column);
        if (holds(column, period)) {
          all.add(place);
          if (isFiltered(place) || isSpokenOf(place) || isSorted(place)) {
            spoken.add(place);
          }
        }
      }
    }
    if (!spoken.isEmpty()) {
      return List.of(spoken.iterator().next());
    }
    Set<TableName> owner = map.datedOwner(plan.tables().getFirst().table());
    List<Place> happened =
        all.stream().filter(place -> owner.contains(place.table())).limit(MOST).toList();
    if (!happened.isEmpty() && !plan.measures().isEmpty()) {
      // What is added up happened when what it belongs to did.
      return happened;
    }
    List<Place> near = nearestOf(all.stream().filter(place -> !isOfPerson(place)).toList());
    return near.isEmpty() ? nearestOf(all) : near;
  }

  private boolean isSorted(Place place) {
    return plan.order().stream()
        .flatMap(key -> Uses.column(key.expression()).stream())
        .anyMatch(column -> is(column, place));
  }

  /** Nobody asks for what happened in a year and means who was born in it. */
  private static boolean isOfPerson(Place place) {
    return place.column().name().toLowerCase(Locale.ROOT).contains("birth");
  }

  private static boolean holds(Column column, Optional<Period> period) {
    if (column.type().kind().isTemporal()) {
      return true;
    }
    boolean years = column.name().toLowerCase(Locale.ROOT).contains("year");
    return years && period.filter(one -> one.grain() == TimeGrain.YEAR).isPresent();
  }

  /** The columns that name the rows of a table. */
  List<Place> naming(TableName name) {
    return map.table(name)
        .map(table -> map.display(table).stream().map(column -> new Place(name, column)).toList())
        .orElse(List.of());
  }

  boolean uses(TableName table) {
    return used.contains(table);
  }
}
