package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements of the other corpora crossed with each other and damaged, without end. */
record Mutants(List<Corpus> parents) implements Corpus {
  private static final Pattern TOKENS =
      Pattern.compile("(?<=\\W)(?=\\w)|(?<=\\w)(?=\\W)|(?<=\\s)(?=\\S)");
  private static final List<String> INSERTS =
      List.of(
          "'",
          "\"",
          "`",
          "\\",
          ";",
          "--",
          "/*",
          "*/",
          "#",
          "(",
          ")",
          ",",
          "\u0000",
          "\u00a0",
          "\n",
          "\t",
          "\u200b",
          "\ufeff",
          "\u212a",
          "\u0131",
          "\u017f",
          " OR 1 = 1 ",
          " UNION SELECT ",
          " payroll ",
          " secret_note ",
          " customers ",
          ".",
          "*",
          "::text",
          "||",
          "$$",
          "E'",
          "@",
          "main.",
          "public.",
          " LATERAL ",
          " RECURSIVE ",
          " ALL ",
          "[",
          "]",
          "{",
          "}");
  private static final int PARENTS = 20_000;

  @Override
  public String name() {
    return "mutants of all of these";
  }

  @Override
  public Stream<String> statements(Random random) {
    List<String> all = new ArrayList<>();
    for (Corpus parent : parents) {
      parent
          .statements(random)
          .filter(sql -> sql.length() < 400)
          .limit(PARENTS / parents.size())
          .forEach(all::add);
    }
    return Stream.generate(() -> mutant(all, random));
  }

  private static String mutant(List<String> all, Random random) {
    List<String> tokens = tokens(any(all, random));
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes && !tokens.isEmpty(); change++) {
      int place = random.nextInt(tokens.size());
      String token = tokens.get(place);
      switch (random.nextInt(8)) {
        case 0 -> tokens.remove(place);
        case 1 -> tokens.add(place, INSERTS.get(random.nextInt(INSERTS.size())));
        case 2 -> tokens.set(place, any(tokens, random));
        case 3 -> tokens.add(place, token);
        case 4 -> tokens.set(place, token.toUpperCase(Locale.ROOT));
        case 5 -> tokens.set(place, "\"" + token + "\"");
        case 6 -> cross(tokens, place, tokens(any(all, random)), random);
        default -> tokens.set(place, token.replace(" ", "/**/").replace("k", "\u212a"));
      }
    }
    return String.join("", tokens);
  }

  /** The first half of one statement and the second of another. */
  private static void cross(List<String> tokens, int place, List<String> others, Random random) {
    if (others.isEmpty()) {
      return;
    }
    tokens.subList(place, tokens.size()).clear();
    tokens.addAll(others.subList(random.nextInt(others.size()), others.size()));
  }

  private static List<String> tokens(String sql) {
    return new ArrayList<>(List.of(TOKENS.split(sql)));
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
