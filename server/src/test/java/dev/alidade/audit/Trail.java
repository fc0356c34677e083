package dev.alidade.audit;

import dev.alidade.audit.Finding.Damage;
import dev.alidade.base.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An audit in a folder, with what tests do to it. */
record Trail(Path state) {
  static final Caller WENDY = new Caller("wendy", Set.of("analyst"), Map.of(), "rest");

  AuditFolder folder() {
    return new AuditFolder(state, Optional.empty());
  }

  AuditLog open() {
    return open(AuditSettings.USUAL, Clock.systemUTC());
  }

  AuditLog open(AuditSettings settings, Clock clock) {
    return new AuditLog(folder(), settings, clock);
  }

  /** Records so many queries, two records each. */
  void queries(int count) {
    try (AuditLog log = open()) {
      for (int query = 0; query < count; query++) {
        query(log, "q" + query, "SELECT " + query);
      }
    }
  }

  static void query(Audit audit, String id, String sql) {
    audit.record(started(id, WENDY, "shop", sql, Instant.now()));
    audit.record(ended(id, "ok", Instant.now()));
  }

  static AuditEvent started(String id, Caller caller, String source, String sql, Instant at) {
    return new AuditEvent.QueryStarted(
        id,
        at,
        caller,
        Optional.empty(),
        source,
        sql,
        Optional.of(sql),
        List.of("orders"),
        List.of("orders.id"),
        List.of());
  }

  static AuditEvent ended(String id, String outcome, Instant at) {
    return new AuditEvent.QueryEnded(id, at, outcome, 3, 24, Duration.ofMillis(2));
  }

  Path segment() throws IOException {
    return SegmentFiles.of(folder().chain(1)).getLast();
  }

  List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(segment()));
  }

  void write(List<String> lines) throws IOException {
    Files.write(segment(), lines, StandardCharsets.UTF_8);
  }

  List<ChainReport> check() {
    return AuditCheck.of(folder());
  }

  List<Finding> findings() {
    return check().stream().flatMap(report -> report.findings().stream()).toList();
  }

  boolean finds(Damage damage, long sequence) {
    return findings().stream()
        .anyMatch(finding -> finding.damage() == damage && finding.sequence() == sequence);
  }
}
