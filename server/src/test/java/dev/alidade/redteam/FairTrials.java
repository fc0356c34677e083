package dev.alidade.redteam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.agreement.CopiedTable;
import dev.alidade.agreement.StoredDatabase;
import dev.alidade.agreement.TableLoader;
import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.agreement.Tpch;
import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.operation.Json;
import dev.alidade.safety.SharedData;
import dev.alidade.safety.StandardQueries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people really ask of one engine, asked under roles that may ask it. */
final class FairTrials {
  private final String engine;
  private final Path folder;
  private int databases;

  FairTrials(String engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /** All that an engine is asked; {@code most} of each kind. */
  List<Fairness> all(long seed, int most) throws SQLException, IOException {
    List<Fairness> all = new ArrayList<>();
    all.add(texts(most));
    all.add(questions(seed, most));
    if (engine.equals("sqlite")) {
      all.add(gold(false, 2 * most));
    }
    all.add(gold(true, 2 * most));
    all.add(standard());
    if (engine.equals("duckdb")) {
      all.add(decisionSupport());
    }
    return all;
  }

  /** Texts that look like attacks, as literals of plain queries. */
  private Fairness texts(int most) throws SQLException, IOException {
    Fairness fairness = new Fairness("harmless texts");
    try (FairSource source = arenaTables(true)) {
      TargetEngine target = Targets.named(engine, folder);
      List<String> texts = Files.readAllLines(SharedData.at("sql-safety/benign-text.txt"));
      for (String text : texts.subList(0, Math.min(most, texts.size()))) {
        String literal = target.text(text);
        fairness.ask(source, "SELECT name FROM customers WHERE name = " + literal);
        fairness.ask(source, "SELECT count(*) FROM orders WHERE status <> " + literal);
        fairness.ask(source, "SELECT name AS " + target.quote(text) + " FROM customers");
      }
    }
    return fairness;
  }

  /** Plain questions about the arena's tables. */
  private Fairness questions(long seed, int most) throws SQLException {
    Fairness fairness = new Fairness("plain queries, narrowed");
    try (FairSource source = arenaTables(true)) {
      PlainQueries.of(new Random(seed)).limit(most).forEach(sql -> fairness.ask(source, sql));
    }
    return fairness;
  }

  /** The gold queries of the tuning set, on their databases. */
  private Fairness gold(boolean narrowed, int most) throws SQLException, IOException {
    Fairness fairness = new Fairness(narrowed ? "gold queries, narrowed" : "gold queries");
    int left = most;
    for (Map.Entry<String, List<String>> database : goldQueries().entrySet()) {
      if (left <= 0) {
        break;
      }
      Path file = SharedData.at("text2sql/databases/" + database.getKey() + ".sqlite");
      try (FairSource source = suite(file, narrowed)) {
        for (String sql : database.getValue()) {
          fairness.ask(source, sql);
        }
      }
      left -= database.getValue().size();
    }
    return fairness;
  }

  /** The queries of TPC-H on its tables. */
  private Fairness standard() throws SQLException, IOException {
    Fairness fairness = new Fairness("TPC-H, narrowed");
    try (FairSource source = loaded(Tpch.tables(), true)) {
      for (String sql : StandardQueries.of("tpc-h", 22)) {
        fairness.ask(source, sql);
      }
    }
    return fairness;
  }

  /** The queries of TPC-DS on tables that DuckDB makes of its files. */
  private Fairness decisionSupport() throws SQLException, IOException {
    Fairness fairness = new Fairness("TPC-DS, narrowed");
    TargetEngine target = Targets.named(engine, next());
    TargetEngine.Target database = target.create("tpcds");
    try (Connection connection = database.writer();
        Statement statement = connection.createStatement();
        var files = Files.list(SharedData.at("sql-dialects/tpc-ds"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv.gz")).toList()) {
        String table = file.getFileName().toString().replace(".csv.gz", "");
        statement.execute("CREATE TABLE %s AS FROM read_csv('%s')".formatted(table, file));
      }
    }
    try (FairSource source = source(target, database, true)) {
      for (String sql : StandardQueries.of("tpc-ds", 99)) {
        fairness.ask(source, sql);
      }
    }
    return fairness;
  }

  private FairSource arenaTables(boolean narrowed) throws SQLException {
    return loaded(new ArenaRows(1).whole(), narrowed);
  }

  private FairSource suite(Path file, boolean narrowed) throws SQLException {
    SourceDefinition definition =
        new SourceDefinition(FairSource.SOURCE, "sqlite", Map.of("path", file.toString()));
    if (engine.equals("sqlite")) {
      return new FairSource(
          definition,
          new SqliteEngineFactory(),
          DriverManager.getConnection("jdbc:sqlite:" + file),
          narrowed);
    }
    try (Engine stored = new SqliteEngineFactory().open(definition)) {
      return loaded(new StoredDatabase(file, stored.readCatalog()).tables(), narrowed);
    }
  }

  private FairSource loaded(List<CopiedTable> tables, boolean narrowed) throws SQLException {
    TargetEngine target = Targets.named(engine, next());
    TargetEngine.Target database = target.create("fair");
    new TableLoader(target).load(database, tables);
    return source(target, database, narrowed);
  }

  private static FairSource source(
      TargetEngine target, TargetEngine.Target database, boolean narrowed) throws SQLException {
    return new FairSource(
        database.source(FairSource.SOURCE), target.factory(), database.reader(), narrowed);
  }

  private Path next() {
    try {
      return Files.createDirectories(folder.resolve("fair" + ++databases));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static Map<String, List<String>> goldQueries() throws IOException {
    Map<String, List<String>> byDatabase = new LinkedHashMap<>();
    Path suite = SharedData.at("text2sql/spider-tune.jsonl");
    for (String line : Files.readAllLines(suite, StandardCharsets.UTF_8)) {
      JsonNode item = Json.mapper().readTree(line);
      byDatabase
          .computeIfAbsent(item.get("database").asText(), ignored -> new ArrayList<>())
          .add(item.get("sql").asText());
    }
    return byDatabase;
  }
}
