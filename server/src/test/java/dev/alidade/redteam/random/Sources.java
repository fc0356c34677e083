package dev.alidade.redteam.random;

import dev.alidade.redteam.random.Relation.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what stands in a FROM. */
final class Sources {
  private final Author author;

  Sources(Author author) {
    this.author = author;
  }

  /** A FROM's text, and what it brings into sight. */
  record From(String sql, List<Relation> relations) {
    From {
      relations = List.copyOf(relations);
    }
  }

  /** One relation's text as it stands in a FROM, and what it is. */
  record One(String sql, Relation relation) {}

  From from(Env env, int depth) {
    One first = one(env, depth, List.of());
    StringBuilder sql = new StringBuilder(first.sql());
    List<Relation> relations = new ArrayList<>(List.of(first.relation()));
    int more = author.choices().below(20);
    for (int joined = 0; joined < (more < 12 ? 0 : more < 19 ? 1 : 2); joined++) {
      sql.append(join(env, depth, relations));
    }
    return new From(sql.toString(), relations);
  }

  private String join(Env env, int depth, List<Relation> relations) {
    if (author.flavour().hasLateral() && author.chance(12) && author.mayNest()) {
      String name = author.name();
      Written query = author.queries().query(env.in(relations), depth - 1);
      relations.add(query.as(name));
      return " CROSS JOIN LATERAL (%s) %s".formatted(query.sql(), name);
    }
    One next = one(env, depth, relations);
    Relation before = relations.getLast();
    List<Relation> both = new ArrayList<>(relations);
    both.add(next.relation());
    String join = author.of(author.flavour().joins());
    String condition = condition(before, next.relation());
    if (!join.startsWith("FULL") && author.chance(15)) {
      condition = author.expressions().expression(Kind.TRUTH, env.in(both), 1);
    }
    int way = author.choices().below(20);
    relations.add(next.relation());
    if (way == 19) {
      return " CROSS JOIN " + next.sql();
    }
    if (way == 18 && relations.size() == 2) {
      return " NATURAL JOIN " + next.sql();
    }
    List<Field> shared =
        before.fields().stream().filter(field -> next.relation().has(field.name())).toList();
    if (way >= 16 && relations.size() == 2 && !shared.isEmpty()) {
      return " %s %s USING (%s)".formatted(join, next.sql(), author.of(shared).name());
    }
    return " %s %s ON %s".formatted(join, next.sql(), condition);
  }

  /** Equal columns of two relations. */
  private String condition(Relation left, Relation right) {
    Kind kind = author.of(List.of(Kind.NUMBER, Kind.NUMBER, Kind.TEXT));
    List<Field> lefts = left.fields(kind);
    List<Field> rights = right.fields(kind);
    if (lefts.isEmpty() || rights.isEmpty()) {
      return "1 = 1";
    }
    return "%s.%s = %s.%s"
        .formatted(left.name(), author.of(lefts).name(), right.name(), author.of(rights).name());
  }

  private One one(Env env, int depth, List<Relation> beside) {
    int way = author.choices().below(100);
    if (way >= 60 && way < 78 && !env.common().isEmpty()) {
      Relation common = author.of(env.common());
      return aliased(common.name(), common, beside);
    }
    if (way >= 78 && way < 90 && depth > 0 && author.mayNest()) {
      String name = author.name();
      Written query = author.queries().limited(env.alone(), depth - 1);
      return new One("(" + query.sql() + ") AS " + name, query.as(name));
    }
    if (way >= 90 && way < 94 && author.flavour().hasValues()) {
      return values();
    }
    if (way >= 94 && way < 97 && !author.flavour().ranges().isEmpty()) {
      String name = author.name();
      String range = author.of(author.flavour().ranges()).replace("{r}", name);
      return new One(range, new Relation(name, List.of(new Field("x", Kind.NUMBER))));
    }
    if (way == 99 && author.chance(50)) {
      Relation denied = author.of(author.described().denied());
      return aliased(spelled(denied.name(), env), denied, beside);
    }
    One table = table(env);
    return aliased(table.sql(), table.relation(), beside);
  }

  /** A table that may be read, in one of the ways to write its name. */
  One table(Env env) {
    Relation table = author.of(author.described().tables());
    return new One(spelled(table.name(), env), table);
  }

  private String spelled(String table, Env env) {
    Flavour flavour = author.flavour();
    int way = author.choices().below(10);
    String plain =
        switch (way) {
          case 7 -> flavour.quoted(table);
          case 8 -> flavour.foldsTables() ? table.toUpperCase(Locale.ROOT) : table;
          default -> table;
        };
    boolean qualified = way == 9 || env.isCommon(table);
    return flavour
        .home()
        .filter(ignored -> qualified)
        .map(home -> home + "." + plain)
        .orElse(plain);
  }

  private One aliased(String sql, Relation relation, List<Relation> beside) {
    boolean taken = beside.stream().anyMatch(other -> other.name().equals(relation.name()));
    int way = author.choices().below(20);
    if (way < 5 && !taken) {
      return new One(sql, relation);
    }
    String alias = author.name();
    if (way == 19) {
      String other = author.of(author.described().tables()).name();
      alias = beside.stream().anyMatch(one -> one.name().equals(other)) ? alias : other;
    }
    String as = way % 2 == 0 ? " AS " : " ";
    if (way == 18 && author.flavour().namesColumns()) {
      List<Field> renamed = renamed(relation.fields());
      String names = renamed.stream().map(Field::name).collect(Collectors.joining(", "));
      return new One("%s%s%s (%s)".formatted(sql, as, alias, names), new Relation(alias, renamed));
    }
    return new One(sql + as + alias, relation.named(alias));
  }

  private static List<Field> renamed(List<Field> fields) {
    return IntStream.range(0, fields.size())
        .mapToObj(index -> new Field("a" + (index + 1), fields.get(index).kind()))
        .toList();
  }

  private One values() {
    String name = author.name();
    String rows =
        IntStream.range(0, author.from1To(3))
            .mapToObj(ignored -> author.expressions().fill("({k}, {w})", Env.EMPTY, 0))
            .collect(Collectors.joining(", "));
    return new One(
        "(VALUES %s) AS %s (a1, a2)".formatted(rows, name),
        new Relation(name, List.of(new Field("a1", Kind.NUMBER), new Field("a2", Kind.TEXT))));
  }

  /** A column that is there and may not be seen. */
  String hiddenColumn(Env env) {
    String column = author.of(author.described().hidden());
    return env.inner().isEmpty() ? column : author.of(env.inner()).name() + "." + column;
  }
}
