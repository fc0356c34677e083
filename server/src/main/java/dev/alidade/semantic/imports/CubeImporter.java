package dev.alidade.semantic.imports;

import dev.alidade.semantic.Accumulation;
import dev.alidade.semantic.Relationship;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Data models of Cube in YAML. */
final class CubeImporter implements ModelImporter {
  private static final Pattern SIDE = Pattern.compile("\\{(\\w+)}\\.(\\w+)|\\{(\\w+)\\.(\\w+)}");
  private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)(?:\\.(\\w+))?}(\\.)?");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{|\\{%");

  @Override
  public void read(Item root, ModelParts parts) {
    parts.call(Optional.of("cube"), Optional.empty());
    List<Item> cubes = root.items("cubes");
    cubes.forEach(cube -> cube(cube, parts));
    cubes.forEach(cube -> cube.items("joins").forEach(join -> join(join, cube, parts)));
    cubes.forEach(cube -> cube.items("measures").forEach(one -> measure(one, cube, parts)));
  }

  private static void cube(Item item, ModelParts parts) {
    Optional<String> name = item.text("name");
    Optional<TableName> table = item.text("sql_table").flatMap(ModelParts::table);
    if (name.isEmpty() || table.isEmpty()) {
      item.leave("needs `name` and `sql_table`; a cube over `sql` is a query, make a view of it");
      return;
    }
    RawDataset dataset =
        new RawDataset(name.get(), table.get(), item.text("description"), title(item, name.get()));
    parts.datasets().add(dataset);
    item.items("dimensions").forEach(dimension -> dimension(dimension, dataset));
  }

  private static List<String> title(Item item, String name) {
    return item.text("title").filter(title -> !title.equalsIgnoreCase(name)).stream().toList();
  }

  private static void dimension(Item item, RawDataset dataset) {
    Optional<String> name = item.text("name");
    Optional<String> sql = item.text("sql");
    if (name.isEmpty() || sql.isEmpty() || TEMPLATE.matcher(sql.get()).find()) {
      item.leave("needs `name` and `sql` without templates");
      return;
    }
    boolean time = item.text("type").filter("time"::equals).isPresent();
    String text = plain(sql.get(), dataset.name());
    if (item.flag("primary_key")) {
      dataset.key().add(text.replaceAll("^.*\\.", "").replaceAll("[\"`]", ""));
    }
    dataset.add(
        new RawDataset.RawField(
            item, name.get(), text, item.text("description"), title(item, name.get()), true, time));
  }

  private static void join(Item item, Item cube, ModelParts parts) {
    Optional<String> here = cube.text("name").filter(name -> parts.dataset(name).isPresent());
    Optional<String> there = item.text("name");
    Optional<String> relationship =
        item.text("relationship")
            .map(
                word ->
                    word.replace("belongs_to", "many_to_one").replace("has_many", "one_to_many"));
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    boolean readable =
        here.isPresent()
            && there.isPresent()
            && item.text("sql").filter(sql -> pairs(sql, here.get(), left, right)).isPresent();
    if (!readable) {
      item.leave("is no join of equal columns between two cubes that were taken over");
      return;
    }
    boolean many = relationship.filter("one_to_many"::equals).isPresent();
    String from = many ? there.get() : here.get();
    String to = many ? here.get() : there.get();
    boolean known =
        parts.relationships().stream()
            .map(ModelParts.RawRelationship::relationship)
            .anyMatch(one -> one.from().equals(from) && one.to().equals(to));
    if (!known) {
      parts.add(
          item,
          new Relationship(
              from + "_to_" + to, from, many ? right : left, to, many ? left : right, List.of()));
    }
  }

  private static boolean pairs(String sql, String here, List<String> left, List<String> right) {
    for (String condition : sql.split("(?i)\\bAND\\b", -1)) {
      String[] sides = condition.split("=", -1);
      if (sides.length != 2) {
        return false;
      }
      Matcher first = SIDE.matcher(sides[0].strip());
      Matcher second = SIDE.matcher(sides[1].strip());
      if (!first.matches() || !second.matches()) {
        return false;
      }
      boolean forward = isHere(cubeOf(first), here);
      if (forward == isHere(cubeOf(second), here)) {
        return false;
      }
      left.add(columnOf(forward ? first : second));
      right.add(columnOf(forward ? second : first));
    }
    return true;
  }

  private static boolean isHere(String cube, String here) {
    return cube.equals("CUBE") || cube.equals("TABLE") || cube.equalsIgnoreCase(here);
  }

  private static String cubeOf(Matcher side) {
    return side.group(1) == null ? side.group(3) : side.group(1);
  }

  private static String columnOf(Matcher side) {
    return side.group(2) == null ? side.group(4) : side.group(2);
  }

  private static void measure(Item item, Item cube, ModelParts parts) {
    Optional<RawDataset> dataset = cube.text("name").flatMap(parts::dataset);
    Optional<String> name = item.text("name");
    Optional<String> type = item.text("type");
    if (dataset.isEmpty() || name.isEmpty() || type.isEmpty()) {
      item.leave("needs `name`, `type` and a cube that was taken over");
      return;
    }
    String of = dataset.get().name();
    Optional<String> sql = item.text("sql").map(text -> plain(text, of));
    List<String> conditions =
        item.items("filters").stream()
            .flatMap(filter -> filter.text("sql").stream())
            .map(text -> plain(text, of))
            .toList();
    Optional<String> call = call(type.get(), sql, of);
    Optional<Accumulation> accumulation = item.item("rolling_window").flatMap(CubeImporter::window);
    boolean unreadable = item.has("rolling_window") && accumulation.isEmpty();
    if (call.isEmpty() || unreadable) {
      item.leave(
          unreadable
              ? "its rolling window has no place in Alidade's model"
              : "measures of type %s have no place in Alidade's model".formatted(type.get()));
      return;
    }
    String text =
        conditions.isEmpty()
            ? call.get()
            : "%s FILTER (WHERE %s)".formatted(call.get(), String.join(" AND ", conditions));
    Optional<String> time =
        dataset.get().fields().stream()
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
                Optional.of(of),
                item.text("description"),
                title(item, name.get()),
                time,
                accumulation,
                Optional.empty()));
  }

  private static Optional<String> call(String type, Optional<String> sql, String of) {
    return switch (type) {
      case "count" -> Optional.of(sql.map("COUNT(%s)"::formatted).orElse("COUNT(" + of + ".*)"));
      case "count_distinct" -> sql.map("COUNT(DISTINCT %s)"::formatted);
      case "sum" -> sql.map("SUM(%s)"::formatted);
      case "avg" -> sql.map("AVG(%s)"::formatted);
      case "min" -> sql.map("MIN(%s)"::formatted);
      case "max" -> sql.map("MAX(%s)"::formatted);
      case "number" -> sql;
      default -> Optional.empty();
    };
  }

  private static Optional<Accumulation> window(Item item) {
    if (item.has("offset") || item.has("leading")) {
      return Optional.empty();
    }
    if (item.text("type").filter("to_date"::equals).isPresent()) {
      return item.text("granularity").flatMap(Periods::grain).map(Accumulation.ToDate::new);
    }
    Optional<String> trailing = item.text("trailing");
    return trailing.filter("unbounded"::equals).isPresent()
        ? Optional.of(new Accumulation.Everything())
        : trailing.flatMap(Periods::last);
  }

  /** {@code {CUBE}.amount}, {@code {orders.amount}} and {@code {amount}} as names with dots. */
  private static String plain(String sql, String here) {
    return REFERENCE
        .matcher(sql)
        .replaceAll(
            found -> {
              String first = isHere(found.group(1), here) ? here : found.group(1);
              boolean dotted = found.group(3) != null;
              String name = found.group(2) == null ? first : first + "." + found.group(2);
              return Matcher.quoteReplacement(name + (dotted ? "." : ""));
            });
  }
}
