package dev.alidade.semantic.imports;

import dev.alidade.base.AlidadeException;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.formula.FormulaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Metric views of Databricks, YAML version 0.1 and 1.1. */
final class DatabricksImporter implements ModelImporter {
  private static final Pattern MEASURE =
      Pattern.compile("\\bMEASURE\\s*\\(\\s*([^()]+?)\\s*\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern EQUAL =
      Pattern.compile("\\s*([\\w`]+)\\.([\\w`]+)\\s*=\\s*([\\w`]+)\\.([\\w`]+)\\s*");
  private static final Pattern AND = Pattern.compile("\\bAND\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void read(Item root, ModelParts parts) {
    root.ignore("version");
    Optional<RawDataset> main = dataset(root, "source");
    if (main.isEmpty()) {
      root.leave("source", "is a query or missing; a dataset is a table or view");
      return;
    }
    parts.call(Optional.of(main.get().name() + "_metrics"), root.text("comment"));
    parts.datasets().add(main.get());
    root.items("joins").forEach(join -> join(join, main.get(), parts));
    Stream.concat(root.items("dimensions").stream(), root.items("fields").stream())
        .forEach(field -> field(field, main.get()));
    filter(root, main.get(), parts);
    root.items("measures").forEach(measure -> measure(measure, main.get(), parts));
  }

  private static Optional<RawDataset> dataset(Item item, String key) {
    return item.text(key)
        .flatMap(ModelParts::table)
        .map(
            table ->
                new RawDataset(
                    item.text("name").orElse(table.table()), table, Optional.empty(), List.of()));
  }

  private static void join(Item item, RawDataset from, ModelParts parts) {
    Optional<RawDataset> to = dataset(item, "source");
    if (to.isEmpty()) {
      item.leave("joins a query; a dataset is a table or view");
      return;
    }
    item.ignore("rely");
    List<String> many = new ArrayList<>(item.texts("using"));
    List<String> one = new ArrayList<>(many);
    boolean readable =
        item.text("on").map(on -> pairs(on, from, to.get(), many, one)).orElse(!many.isEmpty());
    boolean oneToMany =
        item.text("cardinality").filter(text -> text.equalsIgnoreCase("one_to_many")).isPresent();
    if (!readable || oneToMany) {
      item.leave("is no join of equal columns from many rows to one");
      return;
    }
    to.get().key().addAll(one);
    parts.datasets().add(to.get());
    parts.add(
        item,
        new Relationship(
            from.name() + "_to_" + to.get().name(),
            from.name(),
            many,
            to.get().name(),
            one,
            List.of()));
    item.items("joins").forEach(inner -> join(inner, to.get(), parts));
  }

  private static boolean pairs(
      String on, RawDataset from, RawDataset to, List<String> many, List<String> one) {
    for (String condition : AND.split(on, -1)) {
      Matcher matcher = EQUAL.matcher(condition.replace("`", ""));
      if (!matcher.matches()) {
        return false;
      }
      boolean forward = matcher.group(3).equalsIgnoreCase(to.name());
      String other = matcher.group(forward ? 1 : 3);
      boolean known =
          (other.equalsIgnoreCase("source") || other.equalsIgnoreCase(from.name()))
              && matcher.group(forward ? 3 : 1).equalsIgnoreCase(to.name());
      if (!known) {
        return false;
      }
      many.add(matcher.group(forward ? 2 : 4));
      one.add(matcher.group(forward ? 4 : 2));
    }
    return true;
  }

  private static void field(Item item, RawDataset main) {
    Optional<String> name = item.text("name");
    Optional<String> expression = item.text("expr");
    if (name.isEmpty() || expression.isEmpty()) {
      item.leave("needs `name` and `expr`");
      return;
    }
    boolean time = name.get().toLowerCase(Locale.ROOT).matches(".*(date|time|day)s?");
    main.add(
        new RawDataset.RawField(
            item,
            name.get(),
            ofMain(expression.get(), main),
            item.text("comment"),
            names(item, name.get()),
            true,
            time));
  }

  private static List<String> names(Item item, String name) {
    return Stream.concat(item.text("display_name").stream(), item.texts("synonyms").stream())
        .filter(other -> !other.equalsIgnoreCase(name))
        .distinct()
        .toList();
  }

  private static void filter(Item root, RawDataset main, ModelParts parts) {
    Optional<String> filter = root.text("filter");
    if (filter.isEmpty()) {
      return;
    }
    String counted =
        "COUNT(\"%s\".*) FILTER (WHERE %s)".formatted(main.name(), ofMain(filter.get(), main));
    try {
      Formula formula = FormulaParser.metric(counted, new PartsScope(parts, Optional.of(main)));
      if (formula instanceof Formula.Aggregate aggregate) {
        main.always().addAll(aggregate.where());
      }
    } catch (AlidadeException unreadable) {
      root.leave("filter", unreadable.getMessage() + "; every measure counts more rows without it");
    }
  }

  private static void measure(Item item, RawDataset main, ModelParts parts) {
    Optional<String> name = item.text("name");
    Optional<String> expression = item.text("expr");
    if (name.isEmpty() || expression.isEmpty()) {
      item.leave("needs `name` and `expr`");
      return;
    }
    if (item.has("window")) {
      item.leave("is over a window, whose order and range have no place in Alidade's model");
      return;
    }
    String text =
        MEASURE
            .matcher(ofMain(expression.get(), main))
            .replaceAll(found -> Matcher.quoteReplacement(quoted(found.group(1))));
    Optional<String> time =
        main.fields().stream()
            .filter(RawDataset.RawField::time)
            .map(RawDataset.RawField::name)
            .findFirst();
    parts
        .metrics()
        .add(
            new RawMetric(
                item,
                name.get(),
                text,
                Optional.of(main.name()),
                item.text("comment"),
                names(item, name.get()),
                time));
  }

  private static String quoted(String name) {
    boolean already = name.startsWith("`") || name.startsWith("\"");
    return already ? name : "\"" + name + "\"";
  }

  /** The main table is called {@code source} in expressions. */
  private static String ofMain(String expression, RawDataset main) {
    return expression.replaceAll(
        "(?i)\\bsource\\.(?=[\\w`])", Matcher.quoteReplacement(quoted(main.name()) + "."));
  }
}
