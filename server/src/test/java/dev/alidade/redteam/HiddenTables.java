package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Tables that may not be read, spelled in every way, wherever a table can stand. */
record HiddenTables(Surroundings around) implements Corpus {
  private record Spelling(String table, String column) {}

  @Override
  public String name() {
    return "hidden tables";
  }

  @Override
  public Stream<String> statements(Random random) {
    return Corpus.shuffled(Lines.of("positions.txt").stream().flatMap(this::spelled), random);
  }

  /** A line with every spelling of every hidden table in it. */
  Stream<String> spelled(String line) {
    return spellings().stream()
        .map(spelling -> line.replace("{T}", spelling.table()).replace("{K}", spelling.column()));
  }

  private List<Spelling> spellings() {
    List<Spelling> all = new ArrayList<>();
    List<String> roots = new ArrayList<>(List.of("", around.home() + "."));
    around.databases().forEach(database -> roots.add(database + "." + around.home() + "."));
    around.databases().forEach(database -> roots.add(database + "."));
    for (String root : roots) {
      all.add(new Spelling(root + "payroll", "employee"));
      all.add(new Spelling(root + "everyone", "name"));
      all.add(new Spelling(root + "secrets", "code"));
    }
    for (String spelled :
        List.of(
            "PAYROLL",
            "\"payroll\"",
            "\"PayRoll\"",
            "`payroll`",
            "[payroll]",
            "'payroll'",
            "U&\"\\0070ayroll\"",
            "%s . payroll",
            "%s/**/./**/payroll",
            "\"%s\".\"payroll\"",
            "`%s`.`payroll`",
            "'%s'.'payroll'",
            "(payroll)",
            "\"payroll \"",
            "pay\u200broll",
            "\u00a0payroll",
            "\uff50ayroll",
            "temp.payroll",
            "pg_temp.payroll",
            "public.payroll",
            "main.payroll",
            "/*! payroll */",
            "payroll--\n",
            "payroll#\n")) {
      all.add(new Spelling(spelled.replace("%s", around.home()), "employee"));
    }
    around.files().forEach(file -> all.add(new Spelling("'" + file + "'", "code")));
    return all;
  }
}
