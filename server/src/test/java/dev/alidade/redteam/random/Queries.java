package dev.alidade.redteam.random;

import dev.alidade.redteam.random.Relation.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes queries that give the same rows whenever they run on the same data. */
final class Queries {
  private static final List<Kind> KINDS =
      List.of(Kind.NUMBER, Kind.TEXT, Kind.NUMBER, Kind.TEXT, Kind.DATE, Kind.TRUTH);

  private final Author author;

  Queries(Author author) {
    this.author = author;
  }

  /** Any query. */
  Written query(Env env, int depth) {
    return query(env, Optional.empty(), depth);
  }

  /** Any query, at times the first of its rows in an order without ties. */
  Written limited(Env env, int depth) {
    Written query = query(env, depth);
    return author.chance(20) ? ordered(query) : query;
  }

  /** The first rows of a query in an order without ties. */
  Written ordered(Written query) {
    if (query.fields().isEmpty()) {
      return query;
    }
    String keys =
        IntStream.rangeClosed(1, query.fields().size())
            .mapToObj(place -> place + (author.chance(30) ? " DESC" : ""))
            .collect(Collectors.joining(", "));
    String sql = query.sql() + " ORDER BY " + keys + " LIMIT " + author.from1To(5);
    return new Written(author.chance(20) ? sql + " OFFSET 1" : sql, query.fields());
  }

  /** A sub-query of one column. */
  String column(Kind kind, Env env, int depth) {
    return "(" + query(env, Optional.of(List.of(kind)), depth).sql() + ")";
  }

  /** A sub-query of one value. */
  String value(Kind kind, Env env, int depth) {
    Sources.From from = author.sources().from(env, depth);
    Env inside = env.in(from.relations());
    String letter = String.valueOf(kind.letter());
    String over = author.of(List.of("max", "min")) + "({" + letter + "})";
    return "(SELECT %s FROM %s%s)"
        .formatted(
            author.expressions().fill(over, inside.closed(), depth - 1),
            from.sql(),
            where(inside, depth));
  }

  /** A sub-query of which only whether it gives rows is asked. */
  String some(Env env, int depth) {
    Sources.From from = author.sources().from(env, depth);
    Env inside = env.in(from.relations());
    return "(SELECT 1 FROM %s%s)".formatted(from.sql(), where(inside, depth));
  }

  private Written query(Env env, Optional<List<Kind>> wanted, int depth) {
    int way = author.choices().below(100);
    return way >= 90 && depth > 0 && author.mayNest()
        ? with(env, wanted, depth)
        : body(env, wanted, depth);
  }

  /** A query without common table expressions of its own. */
  private Written body(Env env, Optional<List<Kind>> wanted, int depth) {
    int way = author.choices().below(90);
    if (way >= 78 && depth > 0 && author.mayNest()) {
      List<Kind> kinds = wanted.orElseGet(this::kinds);
      Written left = select(env, Optional.of(kinds), depth);
      Written right = select(env, Optional.of(kinds), depth - 1);
      String between = author.of(author.flavour().compounds());
      return new Written(left.sql() + " " + between + " " + right.sql(), left.fields());
    }
    return way >= 58 ? grouped(env, wanted, depth) : select(env, wanted, depth);
  }

  private Written with(Env env, Optional<List<Kind>> wanted, int depth) {
    if (author.flavour().hasRecursion() && author.chance(20)) {
      return recursive(env, wanted, depth);
    }
    String name = commonName();
    Written definition = limited(env.alone(), depth - 1);
    Written body = body(env.with(definition.as(name)), wanted, depth - 1);
    return new Written(
        "WITH %s AS (%s) %s".formatted(name, definition.sql(), body.sql()), body.fields());
  }

  /** At times the name of a table that is there. */
  private String commonName() {
    if (!author.chance(40)) {
      return author.name();
    }
    List<Relation> all = new ArrayList<>(author.described().tables());
    all.addAll(author.described().denied());
    return author.of(all).name();
  }

  private Written recursive(Env env, Optional<List<Kind>> wanted, int depth) {
    String name = author.name();
    Sources.One table = author.sources().table(env);
    String number = author.of(table.relation().fields(Kind.NUMBER)).name();
    String step =
        author.chance(50)
            ? "SELECT n + 1 FROM %s WHERE n < 4".formatted(name)
            : "SELECT n + 1 FROM %s JOIN %s AS next ON next.%s = n + 1"
                .formatted(name, table.sql(), number);
    Relation own = new Relation(name, List.of(new Field("n", Kind.NUMBER)));
    Written body = body(env.with(own), wanted, depth - 1);
    return new Written(
        "WITH RECURSIVE %s (n) AS (SELECT min(%s) FROM %s UNION %s) %s"
            .formatted(name, number, table.sql(), step, body.sql()),
        body.fields());
  }

  private Written select(Env env, Optional<List<Kind>> wanted, int depth) {
    Sources.From from = author.sources().from(env, depth);
    Env inside = env.in(from.relations());
    if (wanted.isEmpty() && author.chance(22)) {
      return star(from, inside, depth);
    }
    List<Kind> kinds = wanted.orElseGet(this::kinds);
    boolean first = author.flavour().hasDistinctOn() && author.chance(6);
    List<String> items = new ArrayList<>();
    for (Kind kind : kinds) {
      items.add(
          !first && author.chance(15)
              ? author.expressions().window(kind, inside)
              : author.expressions().expression(kind, inside, depth));
    }
    if (first) {
      return firstOfEach(kinds, items, from, inside, depth);
    }
    String sql =
        "SELECT %s%s FROM %s%s%s"
            .formatted(
                author.chance(10) ? "DISTINCT " : "",
                named(items),
                from.sql(),
                where(inside, depth),
                qualify(inside));
    return new Written(sql, fields(kinds));
  }

  private Written star(Sources.From from, Env inside, int depth) {
    Relation one = author.of(from.relations());
    String star = from.relations().size() == 1 && author.chance(70) ? "*" : one.name() + ".*";
    String sql = "SELECT %s FROM %s%s".formatted(star, from.sql(), where(inside, depth));
    return new Written(sql, one.fields());
  }

  /** One row of each, in an order without ties; a query of its own, as it has its own order. */
  private Written firstOfEach(
      List<Kind> kinds, List<String> items, Sources.From from, Env inside, int depth) {
    String key = author.expressions().fill("{c}", inside, 0);
    String sql =
        "SELECT * FROM (SELECT DISTINCT ON (%s) %s FROM %s%s ORDER BY %s, %s) AS %s"
            .formatted(
                key,
                named(items),
                from.sql(),
                where(inside, depth),
                key,
                author.expressions().total(inside),
                author.name());
    return new Written(sql, fields(kinds));
  }

  private Written grouped(Env env, Optional<List<Kind>> wanted, int depth) {
    Sources.From from = author.sources().from(env, depth);
    Env inside = env.in(from.relations());
    List<Kind> kinds = wanted.orElseGet(this::kinds);
    List<Key> keys = keys(from);
    List<String> items = new ArrayList<>();
    for (Kind kind : kinds) {
      List<String> same = keys.stream().filter(key -> key.kind() == kind).map(Key::sql).toList();
      items.add(
          same.isEmpty() || author.chance(40)
              ? author.expressions().aggregate(kind, inside.closed())
              : author.of(same));
    }
    StringBuilder sql =
        new StringBuilder(
            "SELECT %s FROM %s%s".formatted(named(items), from.sql(), where(inside, depth)));
    if (!keys.isEmpty()) {
      String all = keys.stream().map(Key::sql).collect(Collectors.joining(", "));
      sql.append(" GROUP BY ")
          .append(author.of(author.flavour().groupings()).replace("{keys}", all));
    }
    if (author.chance(25)) {
      sql.append(" HAVING ").append(author.expressions().aggregate(Kind.TRUTH, inside.closed()));
    }
    return new Written(sql.toString(), fields(kinds));
  }

  private record Key(String sql, Kind kind) {}

  private List<Key> keys(Sources.From from) {
    List<Key> keys = new ArrayList<>();
    for (int count = author.choices().below(4); count > 0; count--) {
      Relation relation = author.of(from.relations());
      Field field = author.of(relation.fields());
      String column = relation.name() + "." + field.name();
      boolean changed = field.kind() == Kind.TEXT && author.chance(20);
      Key key = new Key(changed ? "lower(" + column + ")" : column, field.kind());
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private String where(Env inside, int depth) {
    return author.chance(60)
        ? " WHERE " + author.expressions().expression(Kind.TRUTH, inside, Math.max(1, depth))
        : "";
  }

  private String qualify(Env inside) {
    return author.flavour().hasQualify() && author.chance(8)
        ? author
            .expressions()
            .fill(
                " QUALIFY row_number() OVER (PARTITION BY {c} ORDER BY {total}) <= {i}", inside, 0)
        : "";
  }

  private List<Kind> kinds() {
    return IntStream.range(0, author.from1To(4)).mapToObj(ignored -> author.of(KINDS)).toList();
  }

  private static String named(List<String> items) {
    return IntStream.range(0, items.size())
        .mapToObj(index -> items.get(index) + " AS c" + (index + 1))
        .collect(Collectors.joining(", "));
  }

  private static List<Field> fields(List<Kind> kinds) {
    return IntStream.range(0, kinds.size())
        .mapToObj(index -> new Field("c" + (index + 1), kinds.get(index)))
        .toList();
  }
}
