package dev.alidade.redteam.random;

import java.util.List;

/** Writes whole statements. */
final class Statements {
  private static final List<Integer> DEPTHS = List.of(1, 1, 1, 2, 2, 3);
  private static final List<String> COMMENTS =
      List.of("", "", "", "", "", "", "", "/* FROM customers */ ", "-- ' it\n");

  private final Author author;

  Statements(Author author) {
    this.author = author;
  }

  String statement() {
    int depth = author.of(DEPTHS);
    List<String> own = author.flavour().statements();
    if (!own.isEmpty() && author.chance(12)) {
      return author.expressions().fill(author.of(own), Env.EMPTY, depth);
    }
    Written query = author.queries().query(Env.EMPTY, depth);
    String sql = author.chance(25) ? author.queries().ordered(query).sql() : query.sql();
    return author.of(COMMENTS) + sql;
  }
}
