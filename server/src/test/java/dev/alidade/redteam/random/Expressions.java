package dev.alidade.redteam.random;

import dev.alidade.redteam.random.Relation.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes expressions of a kind over what is in sight. */
final class Expressions {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final Author author;

  Expressions(Author author) {
    this.author = author;
  }

  String expression(Kind kind, Env env, int depth) {
    if (depth <= 0 || !author.chance(55)) {
      return leaf(kind, env);
    }
    return fill(author.of(author.flavour().forms(kind)), env, depth - 1);
  }

  /** Over groups. */
  String aggregate(Kind kind, Env env) {
    return fill(author.of(author.flavour().aggregates(kind)), env, 1);
  }

  /** Over windows. */
  String window(Kind kind, Env env) {
    return fill(author.of(author.flavour().windows(kind)), env, 1);
  }

  /** Puts something into each place of a form. */
  String fill(String form, Env env, int depth) {
    StringBuilder sql = new StringBuilder();
    Matcher place = PLACE.matcher(form);
    while (place.find()) {
      place.appendReplacement(sql, Matcher.quoteReplacement(at(place.group(1), env, depth)));
    }
    return place.appendTail(sql).toString();
  }

  /** All columns in sight, so that rows that tie are the same. */
  String total(Env env) {
    List<String> all = new ArrayList<>();
    for (Relation relation : env.inner()) {
      relation.fields().forEach(field -> all.add(qualified(relation, field)));
    }
    return all.isEmpty() ? "1" : all.stream().limit(12).collect(Collectors.joining(", "));
  }

  /** A column in sight, in one of the ways to write it. */
  String column(Relation relation, Field field, Env env) {
    int way = author.choices().below(10);
    boolean plain = env.inner().contains(relation) && env.isPlain(field);
    if (way < 4 || !plain) {
      return qualified(relation, field);
    }
    return switch (way) {
      case 4, 5, 6 -> field.name();
      case 7 -> author.flavour().quoted(field.name());
      case 8 -> field.name().toUpperCase(Locale.ROOT);
      default -> relation.name() + "." + author.flavour().quoted(field.name());
    };
  }

  private static String qualified(Relation relation, Field field) {
    return relation.name() + "." + field.name();
  }

  private String at(String place, Env env, int depth) {
    return switch (place) {
      case "n", "t", "d", "b" -> expression(Kind.of(place.charAt(0)), env, depth);
      case "qn", "qt", "qd" -> nested(Kind.of(place.charAt(1)), env, depth, false);
      case "sn", "st", "sd" -> nested(Kind.of(place.charAt(1)), env, depth, true);
      case "q" -> exists(env, depth);
      case "k" -> author.of(author.described().numbers());
      case "w" -> text(author.of(author.described().texts()));
      case "i" -> String.valueOf(author.from1To(5));
      case "p" -> text(pattern(author.of(author.described().texts())));
      case "total" -> total(env);
      case "c" -> anyColumn(env);
      case "table" -> author.sources().table(env).sql();
      case "query" -> author.queries().query(env.alone(), depth).sql();
      default -> throw new IllegalArgumentException("no place is called " + place);
    };
  }

  private String leaf(Kind kind, Env env) {
    if (kind == Kind.TRUTH) {
      return fill(author.of(List.of("({n} = {n})", "({t} = {w})", "({n} > {k})")), env, 0);
    }
    if (author.choices().below(400) == 399) {
      return author.sources().hiddenColumn(env);
    }
    boolean outside = author.chance(12) && !env.outer().isEmpty();
    String sql = columnOf(kind, outside ? env.outer() : env.inner(), env);
    return sql.isEmpty() || author.chance(10) ? literal(kind) : sql;
  }

  private String columnOf(Kind kind, List<Relation> relations, Env env) {
    List<String> candidates = new ArrayList<>();
    for (Relation relation : relations) {
      for (Field field : relation.fields(kind)) {
        candidates.add(relation.name() + "." + field.name());
      }
    }
    if (candidates.isEmpty()) {
      return "";
    }
    String chosen = author.of(candidates);
    for (Relation relation : relations) {
      for (Field field : relation.fields(kind)) {
        if (chosen.equals(relation.name() + "." + field.name())) {
          return column(relation, field, env);
        }
      }
    }
    return chosen;
  }

  private String anyColumn(Env env) {
    List<String> all = List.of(total(env).split(", "));
    return author.of(all);
  }

  private String literal(Kind kind) {
    return switch (kind) {
      case NUMBER -> fill(author.of(List.of("{i}", "{k}")), Env.EMPTY, 0);
      case TEXT -> fill("{w}", Env.EMPTY, 0);
      case DATE ->
          author.flavour().date(author.of(List.of("2024-01-01", "2024-06-30", "1990-01-01")));
      case TRUTH -> "(1 = 1)";
    };
  }

  private String nested(Kind kind, Env env, int depth, boolean single) {
    if (!author.mayNest()) {
      return single ? literal(kind) : "(" + literal(kind) + ")";
    }
    return single
        ? author.queries().value(kind, env, depth)
        : author.queries().column(kind, env, depth);
  }

  private String exists(Env env, int depth) {
    return author.mayNest() ? author.queries().some(env, depth) : "(SELECT 1)";
  }

  private String pattern(String word) {
    return switch (author.choices().below(4)) {
      case 0 -> "%";
      case 1 -> word.substring(0, 1) + "%";
      case 2 -> "%" + word.substring(word.length() / 2);
      default -> "%" + word.substring(0, Math.max(1, word.length() / 2)) + "%";
    };
  }

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
