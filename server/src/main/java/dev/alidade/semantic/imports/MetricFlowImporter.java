package dev.alidade.semantic.imports;

import dev.alidade.semantic.Relationship;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Semantic models and metrics of dbt's MetricFlow. */
final class MetricFlowImporter implements ModelImporter {
  private static final Pattern REF =
      Pattern.compile(
          "(?:ref|source)\\(\\s*(?:['\"]\\w+['\"]\\s*,\\s*)?['\"]([\\w.]+)['\"]\\s*\\)");

  private final Map<String, MetricFlowMeasure> measures = new LinkedHashMap<>();
  private final Map<String, String> primaryEntities = new HashMap<>();

  @Override
  public void read(Item root, ModelParts parts) {
    parts.call(Optional.of("metricflow"), Optional.empty());
    root.ignore("version");
    List<Item> models = root.items("semantic_models");
    models.forEach(model -> model(model, parts));
    models.forEach(model -> foreignKeys(model, parts));
    MetricFlowMetrics metrics =
        new MetricFlowMetrics(measures, new MetricFlowFilters(primaryEntities), parts);
    measures.values().stream()
        .filter(measure -> measure.item().flag("create_metric"))
        .forEach(metrics::create);
    root.items("metrics").forEach(metrics::read);
    measures.values().stream()
        .filter(measure -> !metrics.used().contains(measure.name()))
        .forEach(measure -> measure.item().leave("no metric uses this measure"));
  }

  private void model(Item item, ModelParts parts) {
    Optional<String> name = item.text("name");
    Optional<TableName> table = item.text("model").flatMap(MetricFlowImporter::table);
    if (name.isEmpty() || table.isEmpty()) {
      item.leave("needs `name` and `model: ref('...')`");
      return;
    }
    RawDataset dataset =
        new RawDataset(
            name.get(),
            table.get(),
            item.text("description"),
            item.text("label").stream().toList());
    parts.datasets().add(dataset);
    item.text("primary_entity").ifPresent(entity -> primaryEntities.put(entity, name.get()));
    item.items("entities").forEach(entity -> entity(entity, dataset));
    item.items("dimensions").forEach(dimension -> dimension(dimension, dataset));
    Optional<String> time =
        item.item("defaults").flatMap(defaults -> defaults.text("agg_time_dimension"));
    item.items("measures").forEach(measure -> measure(measure, dataset, time));
  }

  private static Optional<TableName> table(String model) {
    Matcher ref = REF.matcher(model);
    return ModelParts.table(ref.find() ? ref.group(1) : model);
  }

  private void entity(Item item, RawDataset dataset) {
    Optional<String> name = item.text("name");
    String type = item.text("type").orElse("");
    String column = item.firstText("expr").or(() -> name).orElse("");
    if (name.isEmpty() || !column.matches("\\w+")) {
      item.leave("is no column");
      return;
    }
    if (type.equals("primary") || type.equals("unique")) {
      primaryEntities.putIfAbsent(name.get(), dataset.name());
    }
    if (type.equals("primary")) {
      dataset.key().add(column);
    }
    dataset.add(
        new RawDataset.RawField(
            item, name.get(), column, item.text("description"), List.of(), true, false));
  }

  private static void dimension(Item item, RawDataset dataset) {
    Optional<String> name = item.text("name");
    if (name.isEmpty()) {
      item.leave("has no name");
      return;
    }
    boolean time = item.text("type").filter("time"::equals).isPresent();
    item.item("type_params").ifPresent(parameters -> parameters.ignore("time_granularity"));
    dataset.add(
        new RawDataset.RawField(
            item,
            name.get(),
            item.text("expr").orElse(name.get()),
            item.text("description"),
            item.text("label").stream().toList(),
            true,
            time));
  }

  private void measure(Item item, RawDataset dataset, Optional<String> time) {
    Optional<String> name = item.text("name");
    Optional<String> call =
        item.text("agg")
            .flatMap(agg -> call(agg, item.text("expr").or(() -> name).orElse(""), dataset.name()));
    if (name.isEmpty() || call.isEmpty()) {
      item.leave("its aggregation has no place in Alidade's model");
      return;
    }
    measures.put(
        name.get(),
        new MetricFlowMeasure(
            item,
            name.get(),
            dataset.name(),
            call.get(),
            item.text("agg_time_dimension").or(() -> time)));
  }

  private static Optional<String> call(String aggregation, String expression, String dataset) {
    boolean rows = expression.equals("1") || expression.equals("*");
    String rowsOf = "COUNT(\"%s\".*)".formatted(dataset);
    return switch (aggregation) {
      case "sum" -> Optional.of(rows ? rowsOf : "SUM(" + expression + ")");
      case "count" -> Optional.of(rows ? rowsOf : "COUNT(" + expression + ")");
      case "count_distinct" -> Optional.of("COUNT(DISTINCT " + expression + ")");
      case "average", "avg" -> Optional.of("AVG(" + expression + ")");
      case "min" -> Optional.of("MIN(" + expression + ")");
      case "max" -> Optional.of("MAX(" + expression + ")");
      case "sum_boolean" -> Optional.of("%s FILTER (WHERE %s)".formatted(rowsOf, expression));
      default -> Optional.empty();
    };
  }

  private void foreignKeys(Item model, ModelParts parts) {
    Optional<String> from = model.text("name").filter(name -> parts.dataset(name).isPresent());
    for (Item entity : model.items("entities")) {
      Optional<String> name = entity.text("name");
      Optional<RawDataset> to =
          name.map(primaryEntities::get)
              .flatMap(parts::dataset)
              .filter(one -> one.key().size() == 1);
      boolean foreign = entity.text("type").filter("foreign"::equals).isPresent();
      if (!foreign || from.isEmpty() || name.isEmpty()) {
        continue;
      }
      if (to.isEmpty()) {
        entity.leave("no semantic model has `%s` as its primary entity".formatted(name.get()));
        continue;
      }
      parts.add(
          entity,
          new Relationship(
              from.get() + "_to_" + to.get().name(),
              from.get(),
              List.of(entity.text("expr").or(() -> name).orElseThrow()),
              to.get().name(),
              to.get().key(),
              List.of()));
    }
  }
}
