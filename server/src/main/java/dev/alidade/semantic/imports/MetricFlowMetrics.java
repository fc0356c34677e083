package dev.alidade.semantic.imports;

import dev.alidade.semantic.Accumulation;
import dev.alidade.sql.TimeGrain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics of MetricFlow: simple, ratio, derived and cumulative ones. */
final class MetricFlowMetrics {
  private final Map<String, MetricFlowMeasure> measures;
  private final MetricFlowFilters filters;
  private final ModelParts parts;
  private final Set<String> used = new HashSet<>();

  MetricFlowMetrics(
      Map<String, MetricFlowMeasure> measures, MetricFlowFilters filters, ModelParts parts) {
    this.measures = measures;
    this.filters = filters;
    this.parts = parts;
  }

  /** The measures that metrics were made of. */
  Set<String> used() {
    return used;
  }

  /** The metric that a measure asks to be made of it. */
  void create(MetricFlowMeasure measure) {
    used.add(measure.name());
    parts.metrics().add(metric(measure.item(), measure.name(), measure, Optional.empty()));
  }

  void read(Item item) {
    Optional<String> name = item.text("name");
    String type = item.text("type").orElse("");
    Optional<Item> parameters = item.item("type_params");
    if (name.isEmpty() || parameters.isEmpty()) {
      item.leave("needs `name`, `type` and `type_params`");
      return;
    }
    switch (type) {
      case "simple" -> simple(item, name.get(), parameters.get(), Optional.empty());
      case "cumulative" -> cumulative(item, name.get(), parameters.get());
      case "ratio" -> ratio(item, name.get(), parameters.get());
      case "derived" -> derived(item, name.get(), parameters.get());
      default ->
          item.leave("metrics of type `%s` have no place in Alidade's model".formatted(type));
    }
  }

  private void simple(
      Item item, String name, Item parameters, Optional<Accumulation> accumulation) {
    Optional<Item> input = parameters.item("measure");
    Optional<String> measureName =
        input.flatMap(one -> one.text("name")).or(() -> parameters.text("measure"));
    Optional<MetricFlowMeasure> measure = measureName.map(measures::get);
    if (measure.isEmpty()) {
      item.leave("its measure was not taken over");
      return;
    }
    used.add(measure.get().name());
    List<String> conditions = new ArrayList<>();
    List<String> written = new ArrayList<>(item.texts("filter"));
    input.ifPresent(one -> written.addAll(one.texts("filter")));
    for (String filter : written) {
      Optional<String> plain = filters.plain(filter, measure.get().dataset());
      if (plain.isEmpty()) {
        item.leave("its filter names something that was not taken over");
        return;
      }
      conditions.add(plain.get());
    }
    Optional<String> where =
        conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    RawMetric plain = metric(item, name, measure.get(), where);
    parts
        .metrics()
        .add(
            new RawMetric(
                item,
                name,
                plain.text(),
                plain.dataset(),
                plain.description(),
                plain.synonyms(),
                plain.time(),
                accumulation,
                item.text("time_granularity").flatMap(Periods::grain)));
  }

  private static RawMetric metric(
      Item item, String name, MetricFlowMeasure measure, Optional<String> where) {
    return new RawMetric(
        item,
        name,
        measure.over(where),
        Optional.of(measure.dataset()),
        item.text("description"),
        item.text("label").filter(label -> !label.equalsIgnoreCase(name)).stream().toList(),
        measure.time());
  }

  private void cumulative(Item item, String name, Item parameters) {
    Optional<Item> inner = parameters.item("cumulative_type_params");
    Item from = inner.orElse(parameters);
    Optional<String> window = from.text("window");
    Optional<String> toDate = from.text("grain_to_date");
    if (window.isEmpty() && toDate.isEmpty()) {
      simple(item, name, parameters, Optional.of(new Accumulation.Everything()));
      return;
    }
    Optional<Accumulation> accumulation =
        window
            .flatMap(Periods::last)
            .or(() -> toDate.flatMap(Periods::grain).map(Accumulation.ToDate::new));
    if (accumulation.isEmpty()) {
      item.leave("its window has no place in Alidade's model");
      return;
    }
    simple(item, name, parameters, accumulation);
  }

  private void ratio(Item item, String name, Item parameters) {
    Optional<String> above = plainInput(parameters, "numerator");
    Optional<String> below = plainInput(parameters, "denominator");
    if (above.isEmpty() || below.isEmpty() || item.has("filter")) {
      item.leave("a ratio of filtered metrics; make a metric with the filter and use that");
      return;
    }
    add(item, name, "\"%s\" / \"%s\"".formatted(above.get(), below.get()));
  }

  private static Optional<String> plainInput(Item parameters, String key) {
    Optional<Item> input = parameters.item(key);
    return input.isEmpty()
        ? parameters.text(key)
        : input.filter(one -> !one.has("filter")).flatMap(one -> one.text("name"));
  }

  private void derived(Item item, String name, Item parameters) {
    Optional<String> expression = parameters.text("expr");
    boolean shifted = item.has("filter");
    String text = expression.orElse("");
    for (Item input : parameters.items("metrics")) {
      shifted |= input.has("filter") || input.has("offset_window") || input.has("offset_to_grain");
      Optional<String> metric = input.text("name");
      Optional<String> alias = input.text("alias");
      if (metric.isPresent() && alias.isPresent()) {
        text =
            text.replaceAll(
                "\\b" + Pattern.quote(alias.get()) + "\\b",
                Matcher.quoteReplacement("\"" + metric.get() + "\""));
      }
    }
    if (expression.isEmpty() || shifted) {
      item.leave("uses a metric with a filter or an offset, which a formula cannot say");
      return;
    }
    add(item, name, text);
  }

  private void add(Item item, String name, String text) {
    Optional<TimeGrain> grain = item.text("time_granularity").flatMap(Periods::grain);
    parts
        .metrics()
        .add(
            new RawMetric(
                item,
                name,
                text,
                Optional.empty(),
                item.text("description"),
                item.text("label").filter(label -> !label.equalsIgnoreCase(name)).stream().toList(),
                Optional.empty(),
                Optional.empty(),
                grain));
  }
}
