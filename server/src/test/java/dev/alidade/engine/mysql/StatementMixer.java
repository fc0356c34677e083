package dev.alidade.engine.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes statements that nobody would write out of pieces of those that somebody did. */
final class StatementMixer {
  private static final Pattern PIECE =
      Pattern.compile("[A-Za-z_0-9$]+|\\s+|'(?:[^'\\\\]|\\\\.)*'|/\\*.*?\\*/|.", Pattern.DOTALL);
  private static final List<String> SPICE =
      List.of(
          "?",
          "$x",
          ":y",
          "{",
          "}",
          "(",
          ")",
          ",",
          ".",
          "'",
          "\"",
          "`",
          "\\",
          "/*",
          "*/",
          "-- ",
          "#",
          "\n",
          ";",
          "@",
          "!",
          " payroll ",
          " FROM payroll ",
          " JOIN payroll ",
          ", payroll ",
          " UNION SELECT ssn FROM payroll ",
          "(SELECT ssn FROM payroll)",
          " AS ",
          " IN ",
          " FROM ",
          " ON ",
          " WITH payroll AS (SELECT 1) ",
          " OVER (",
          " INTERVAL ",
          " CASE ",
          " END ",
          "\u00a0",
          "1.e",
          "0x",
          "=",
          "*",
          " NATURAL ",
          " LATERAL ",
          " VALUES ",
          " ORDER BY ",
          " LIMIT ",
          " TABLE ",
          " ROW ",
          " USING ",
          " FOR ");

  private final List<List<String>> corpus;
  private final Random random;

  StatementMixer(List<String> statements, Random random) {
    this.corpus =
        statements.stream()
            .map(sql -> PIECE.matcher(sql).results().map(MatchResult::group).toList())
            .toList();
    this.random = random;
  }

  String next() {
    List<String> pieces = new ArrayList<>(any(corpus));
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes && !pieces.isEmpty(); change++) {
      int place = random.nextInt(pieces.size());
      switch (random.nextInt(6)) {
        case 0 -> pieces.remove(place);
        case 1 -> pieces.add(place, any(SPICE));
        case 2 -> pieces.set(place, any(SPICE));
        case 3 -> pieces.add(place, any(pieces));
        case 4 -> pieces.addAll(place, part(any(corpus)));
        default -> pieces.set(place, any(any(corpus)));
      }
    }
    return String.join("", pieces);
  }

  private List<String> part(List<String> statement) {
    int from = random.nextInt(statement.size());
    return statement.subList(from, from + random.nextInt(statement.size() - from + 1));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
