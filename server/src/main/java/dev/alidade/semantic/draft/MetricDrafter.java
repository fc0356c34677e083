package dev.alidade.semantic.draft;

import dev.alidade.catalog.Words;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Formula.Function;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts of rows, sums of what adds up, averages of what does not. */
final class MetricDrafter {
  private final Map<TableName, String> names;
  private final List<Relationship> relationships;
  private final List<String> notes;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Optional<Formula.Column>> times = new HashMap<>();

  MetricDrafter(
      Map<TableName, String> names, List<Relationship> relationships, List<String> notes) {
    this.names = names;
    this.relationships = relationships;
    this.notes = notes;
  }

  List<Metric> all(Map<Table, Map<Column, Role>> roles) {
    roles.forEach((table, columns) -> times.put(names.get(table.name()), time(table, columns)));
    List<Metric> metrics = new ArrayList<>();
    roles.forEach((table, columns) -> add(names.get(table.name()), columns, metrics));
    return metrics;
  }

  private void add(String dataset, Map<Column, Role> columns, List<Metric> metrics) {
    String plain = words(dataset, " ");
    metrics.add(
        metric(
            words(dataset, "_") + "_count",
            "How many " + plain + " there are",
            List.of("number of " + plain),
            new Formula.Aggregate(Function.COUNT, false, dataset, Optional.empty(), List.of()),
            dataset,
            Optional.empty()));
    columns.forEach(
        (column, role) -> {
          switch (role) {
            case ADDED -> metrics.add(of(dataset, column, Function.SUM, "total", "Sum"));
            case AVERAGED ->
                metrics.add(of(dataset, column, Function.AVERAGE, "average", "Average"));
            case KEY, DIMENSION, TIME, NUMBER -> {}
          }
        });
  }

  private Metric of(
      String dataset, Column column, Function function, String prefix, String described) {
    String plain = prefix + "_" + words(column.name(), "_");
    String name = taken.contains(plain) ? plain + "_of_" + words(dataset, "_") : plain;
    return metric(
        name,
        "%s of %s of %s".formatted(described, words(column.name(), " "), words(dataset, " ")),
        List.of(),
        new Formula.Aggregate(
            function,
            false,
            dataset,
            Optional.of(new Formula.Column(dataset, column.name())),
            List.of()),
        dataset,
        Units.of(Words.ofName(column.name())));
  }

  private static String words(String name, String between) {
    List<String> words = Words.ofName(name);
    return words.isEmpty() ? name : String.join(between, words);
  }

  private Metric metric(
      String name,
      String description,
      List<String> synonyms,
      Formula formula,
      String dataset,
      Optional<String> unit) {
    String lower = name.toLowerCase(Locale.ROOT);
    String free = lower;
    for (int number = 2; !taken.add(free); number++) {
      free = lower + "_" + number;
    }
    return new Metric(free, Optional.of(description), synonyms, formula, timeOf(dataset), unit);
  }

  /** A dataset without a date of its own goes by that of the rows that its rows belong to. */
  private Optional<Formula.Column> timeOf(String dataset) {
    Optional<Formula.Column> own = times.getOrDefault(dataset, Optional.empty());
    if (own.isPresent()) {
      return own;
    }
    List<Formula.Column> above =
        relationships.stream()
            .filter(one -> one.from().equals(dataset))
            .flatMap(one -> times.getOrDefault(one.to(), Optional.empty()).stream())
            .distinct()
            .toList();
    return above.size() == 1 ? Optional.of(above.getFirst()) : Optional.empty();
  }

  private Optional<Formula.Column> time(Table table, Map<Column, Role> columns) {
    List<Column> dates =
        columns.entrySet().stream()
            .filter(entry -> entry.getValue() == Role.TIME)
            .map(Map.Entry::getKey)
            .toList();
    String dataset = names.get(table.name());
    if (dates.size() > 1) {
      notes.add(
          "`%s` has several dates; its metrics go by `%s`, the first"
              .formatted(dataset, dates.getFirst().name()));
    }
    return dates.stream().findFirst().map(column -> new Formula.Column(dataset, column.name()));
  }
}
