package dev.alidade.safety;

import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/** A database that the safety corpora are tried on, and the one way to ask it. */
final class SafetySource implements AutoCloseable {
  /** The name of the source. */
  static final String NAME = "safety";

  /** The tables that the corpora's statements name, with a secret beside them. */
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE foo (id INTEGER, version TEXT)",
          "CREATE TABLE bar (id INTEGER, version TEXT)",
          "CREATE TABLE users (id INTEGER, name TEXT, password TEXT)",
          "INSERT INTO foo VALUES (1, 'a')",
          "INSERT INTO bar VALUES (1, 'b')",
          "INSERT INTO users VALUES (1, 'admin', 'secret'), (2, 'ada', 'other')");

  private final Path file;
  private final Sources sources;
  private final QueryService queries;

  private SafetySource(EngineFile kind, Path file) {
    this.file = file;
    this.sources = new Sources(List.of(kind.source(NAME, file)), EngineFile.factories());
    this.queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
  }

  static SafetySource of(EngineFile kind, Path folder) {
    Path file = kind.in(folder, NAME);
    kind.create(file, TABLES);
    return new SafetySource(kind, file);
  }

  QueryService queries() {
    return queries;
  }

  Sources sources() {
    return sources;
  }

  /** A fingerprint of every byte that lies in the database's folder. */
  String checksum() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var files = Files.list(file.getParent())) {
        for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(
              each.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(each));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
