package dev.alidade.semantic.imports;

import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.VerifiedQuestion;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Semantic views of Snowflake: the YAML that SYSTEM$CREATE_SEMANTIC_VIEW_FROM_YAML takes. */
final class SnowflakeImporter implements ModelImporter {
  @Override
  public void read(Item root, ModelParts parts) {
    parts.call(root.text("name"), root.firstText("description", "comment"));
    root.items("tables").forEach(table -> table(table, parts));
    root.items("relationships").forEach(one -> relationship(one, parts));
    root.items("metrics").forEach(metric -> metric(metric, Optional.empty(), parts));
    root.items("verified_queries").forEach(one -> question(one, parts));
  }

  private static void table(Item item, ModelParts parts) {
    Optional<String> name = item.text("name");
    Optional<TableName> table = item.item("base_table").flatMap(SnowflakeImporter::base);
    if (name.isEmpty() || table.isEmpty()) {
      item.leave("needs `name` and a `base_table` that is a table");
      return;
    }
    RawDataset dataset =
        new RawDataset(
            name.get(),
            table.get(),
            item.firstText("description", "comment"),
            item.texts("synonyms"));
    item.item("primary_key").ifPresent(key -> dataset.key().addAll(key.texts("columns")));
    parts.datasets().add(dataset);
    item.items("dimensions").forEach(field -> field(field, dataset, true, false));
    item.items("time_dimensions").forEach(field -> field(field, dataset, true, true));
    item.items("facts").forEach(field -> field(field, dataset, false, false));
    item.items("measures").forEach(field -> field(field, dataset, false, false));
    item.items("metrics").forEach(metric -> metric(metric, name, parts));
  }

  private static Optional<TableName> base(Item base) {
    base.ignore("database");
    Optional<String> schema = base.text("schema");
    return base.text("table").map(table -> new TableName(schema, table));
  }

  private static void field(Item item, RawDataset dataset, boolean dimension, boolean time) {
    Optional<String> name = item.text("name");
    if (name.isEmpty()) {
      item.leave("has no name");
      return;
    }
    item.ignore("data_type", "unique");
    dataset.add(
        new RawDataset.RawField(
            item,
            name.get(),
            item.text("expr").orElse(name.get()),
            item.firstText("description", "comment"),
            item.texts("synonyms"),
            dimension,
            time));
  }

  private static void metric(Item item, Optional<String> dataset, ModelParts parts) {
    Optional<String> name = item.text("name");
    Optional<String> expression = item.text("expr");
    if (name.isEmpty() || expression.isEmpty()) {
      item.leave("needs `name` and `expr`");
      return;
    }
    Optional<String> time =
        dataset
            .flatMap(parts::dataset)
            .flatMap(of -> of.fields().stream().filter(RawDataset.RawField::time).findFirst())
            .map(RawDataset.RawField::name);
    parts
        .metrics()
        .add(
            new RawMetric(
                item,
                name.get(),
                expression.get(),
                dataset,
                item.firstText("description", "comment"),
                item.texts("synonyms"),
                time));
  }

  private static void relationship(Item item, ModelParts parts) {
    Optional<String> name = item.text("name");
    Optional<String> left = item.text("left_table");
    Optional<String> right = item.text("right_table");
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (Item pair : item.items("relationship_columns")) {
      pair.text("left_column").ifPresent(from::add);
      pair.text("right_column").ifPresent(to::add);
    }
    item.ignore("join_type", "relationship_type");
    boolean whole = left.isPresent() && right.isPresent() && !from.isEmpty();
    if (!whole || from.size() != to.size()) {
      item.leave("needs two tables and pairs of columns");
      return;
    }
    parts.add(
        item,
        new Relationship(
            name.orElse(left.get() + "_to_" + right.get()),
            left.get(),
            from,
            right.get(),
            to,
            List.of()));
  }

  private static void question(Item item, ModelParts parts) {
    Optional<String> question = item.text("question");
    Optional<String> sql = item.text("sql");
    if (question.isEmpty() || sql.isEmpty()) {
      item.leave("needs `question` and `sql`");
      return;
    }
    if (sql.get().matches("(?s).*\\b__\\w+.*")) {
      item.leave("its SQL reads logical tables (__name), which are no tables of the database");
      return;
    }
    item.ignore("verified_at");
    parts
        .questions()
        .add(
            new VerifiedQuestion(
                item.text("name").orElse(question.get()),
                question.get(),
                sql.get(),
                item.text("verified_by")));
  }
}
