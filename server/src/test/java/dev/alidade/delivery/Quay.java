package dev.alidade.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.catalog.CatalogService;
import dev.alidade.export.CsvFormat;
import dev.alidade.export.ExcelFormat;
import dev.alidade.export.NdjsonFormat;
import dev.alidade.export.ParquetFormat;
import dev.alidade.job.JobBounds;
import dev.alidade.job.JobFeature;
import dev.alidade.job.JobService;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Governor;
import dev.alidade.query.SmallShop;
import dev.alidade.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A shop whose results are exported, for tests. */
final class Quay implements AutoCloseable {
  final MovableClock clock = new MovableClock();
  final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
  final Path state;
  final Path open;
  final JobService jobs;
  final DeliveryService service;
  private final SmallShop shop;
  private final OperationRegistry registry;
  private volatile AccessRules rules = AccessRules.OPEN;

  /** Folders are open to all, and kept for archivists. */
  Quay(Path folder) throws IOException {
    this(
        folder,
        List.of(
            new ExportFolder("open", Files.createDirectory(folder.resolve("open"))),
            new ExportFolder(
                "kept",
                Files.createDirectory(folder.resolve("kept")),
                Optional.of(Set.of("archivist")))));
  }

  Quay(Path folder, List<ExportPlace> places) throws IOException {
    shop = SmallShop.in(folder, new Governor(() -> rules));
    state = folder.resolve("jobs");
    open = folder.resolve("open");
    jobs =
        new JobService(
            shop.queries(), Database.open(folder.resolve("state")), state, clock, JobBounds.USUAL);
    service =
        new DeliveryService(
            shop.queries(),
            new CatalogService(shop.sources(), shop.queries(), clock),
            jobs,
            List.of(new CsvFormat(), new NdjsonFormat(), new ParquetFormat(), new ExcelFormat()),
            places,
            audited::add,
            clock);
    List<Operation<?, ?>> operations = new ArrayList<>(new DeliveryFeature(service).operations());
    operations.addAll(new JobFeature(jobs, List.of(new CsvFormat()), clock).operations());
    registry = new OperationRegistry(operations);
  }

  void rule(AccessRules other) {
    rules = other;
  }

  JsonNode call(String operation, String input) throws IOException {
    return call(Caller.LOCAL, operation, input);
  }

  JsonNode call(Caller caller, String operation, String input) throws IOException {
    return Json.mapper()
        .valueToTree(
            registry.call(operation, Json.mapper().readTree(input), Invocation.of(caller)));
  }

  /** What another program reads. */
  static List<List<String>> read(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(found.getString(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  List<String> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {
    jobs.close();
    shop.close();
  }
}
