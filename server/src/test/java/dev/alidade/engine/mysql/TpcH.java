package dev.alidade.engine.mysql;

import dev.alidade.safety.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The queries of TPC-H as the collection writes them first, and tables for them without rows. */
final class TpcH {
  private static final String TITLE = "(?m)^-{10,}\\n-- TPC-H \\d+\\n-{10,}\\n";

  private TpcH() {}

  static List<String> queries() throws IOException {
    String all = Files.readString(SharedData.at("sql-dialects/tpc-h/tpc-h.sql"));
    return Arrays.stream(all.split(TITLE))
        .skip(1)
        .map(both -> both.substring(0, both.indexOf(';')))
        // MariaDB has another word for text, and names no columns behind a derived table's alias.
        .map(
            query ->
                query
                    .replace("AS STRING)", "AS CHAR)")
                    .replace("count(o_orderkey)\n", "count(o_orderkey) as c_count\n")
                    .replace("as c_orders (c_custkey, c_count)", "as c_orders"))
        .toList();
  }

  static List<String> emptyTables() throws IOException {
    List<String> tables = new ArrayList<>();
    try (var files = Files.list(SharedData.at("sql-dialects/tpc-h"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv.gz")).toList()) {
        String name = file.getFileName().toString().replace(".csv.gz", "");
        tables.add("CREATE TABLE %s (%s)".formatted(name, columns(file)));
      }
    }
    return tables;
  }

  private static String columns(Path file) throws IOException {
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return Arrays.stream(text.readLine().split("[,|\\t]"))
          .map(column -> column.replace("\"", "").strip() + " VARCHAR(200)")
          .collect(Collectors.joining(", "));
    }
  }
}
