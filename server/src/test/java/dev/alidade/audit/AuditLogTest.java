package dev.alidade.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  @TempDir private Path state;

  @Test
  void nothingIsWrittenBeforeTheFirstRecord() throws IOException {
    trail().open().close();
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void onlyTheUserOfTheProcessMayReadIt() throws IOException {
    Trail trail = trail();
    trail.queries(1);
    for (Path file :
        List.of(trail.segment(), state.resolve("audit.key"), trail.folder().anchor(1))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("audit"))))
        .isEqualTo("rwx------");
  }

  @Test
  void manyThreadsMakeOneChain() throws InterruptedException, ExecutionException {
    Trail trail = trail();
    try (AuditLog log = trail.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < 50; thread++) {
        String name = "t" + thread + "-";
        done.add(
            threads.submit(
                () -> {
                  for (int query = 0; query < 40; query++) {
                    Trail.query(log, name + query, "SELECT '\"\\\n\u0001\u202e' -- " + query);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    ChainReport report = trail.check().getFirst();
    assertThat(report.findings()).isEmpty();
    assertThat(report.records()).isEqualTo(4_000);
  }

  @Test
  void anInterruptedThreadWritesAndBreaksNothing() {
    try (AuditLog log = trail().open()) {
      Trail.query(log, "a", "SELECT 1");
      Thread.currentThread().interrupt();
      Trail.query(log, "b", "SELECT 2");
      assertThat(Thread.interrupted()).isTrue();
      Trail.query(log, "c", "SELECT 3");
    }
    assertThat(trail().check().getFirst().records()).isEqualTo(6);
  }

  @Test
  void processesBesideEachOtherWriteChainsBesideEachOther() {
    try (AuditLog one = trail().open();
        AuditLog other = trail().open()) {
      Trail.query(one, "a", "SELECT 1");
      Trail.query(other, "b", "SELECT 2");
      Trail.query(one, "c", "SELECT 3");
    }
    trail().queries(1);
    assertThat(trail().check()).extracting(ChainReport::records).containsExactly(6L, 2L);
    assertThat(trail().findings()).isEmpty();
  }

  @Test
  void whenTheFolderIsGoneNothingRunsUntilItIsBack() throws IOException {
    Path away = state.resolve("away");
    try (AuditLog log = trail().open()) {
      Trail.query(log, "a", "SELECT 1");
      Files.move(state.resolve("audit"), away);
      for (int round = 0; round < 3; round++) {
        assertUnavailable(log);
      }
      Files.move(away, state.resolve("audit"));
      Trail.query(log, "b", "SELECT 2");
    }
    assertThat(trail().findings()).isEmpty();
    assertThat(trail().check().getFirst().records()).isEqualTo(4);
  }

  @Test
  void aChainThatWasEmptiedUnderwayGoesOnAndShowsTheHole() throws IOException {
    Trail trail = trail();
    try (AuditLog log = trail.open()) {
      Trail.query(log, "a", "SELECT 1");
      Files.write(trail.segment(), new byte[0]);
      assertUnavailable(log);
      Trail.query(log, "b", "SELECT 2");
    }
    assertThat(trail.finds(Finding.Damage.MISSING, 1)).isTrue();
    assertThat(trail.check().getFirst().last()).isEqualTo(4);
  }

  @Test
  void theKeyMayComeFromElsewhere() {
    AuditFolder folder = new AuditFolder(state, Optional.of("a key of the environment"));
    try (AuditLog log = new AuditLog(folder, AuditSettings.USUAL, Clock.systemUTC())) {
      Trail.query(log, "a", "SELECT 1");
    }
    assertThat(state.resolve("audit.key")).doesNotExist();
    assertThat(AuditCheck.of(folder).getFirst().findings()).isEmpty();
  }

  @Test
  void aKeyThatCouldBeGuessedIsRefusedAtOnce() {
    assertThatThrownBy(() -> new AuditFolder(state, Optional.of("secret")))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("ALIDADE_AUDIT_KEY")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsTooOldGoesWithASignedRecord() throws IOException {
    AuditSettings year =
        new AuditSettings(Optional.of(Duration.ofDays(365)), AuditSettings.Sync.ALWAYS);
    for (int age : List.of(500, 400, 366, 200, 0)) {
      Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-age));
      try (AuditLog log = trail().open(AuditSettings.USUAL, then)) {
        log.record(Trail.started("q" + age, Trail.WENDY, "shop", "SELECT " + age, then.instant()));
      }
    }
    prune(year);
    ChainReport report = trail().check().getFirst();
    assertThat(report.findings()).isEmpty();
    assertThat(report.pruned()).isEqualTo(3);
    assertThat(report.first()).isEqualTo(4);

    Files.delete(SegmentFiles.of(trail().folder().chain(1)).getFirst());
    assertThat(trail().finds(Finding.Damage.MISSING, 4)).isTrue();
  }

  private void prune(AuditSettings settings) throws IOException {
    AuditFolder folder = trail().folder();
    AuditKey key = AuditKey.ensure(state, Optional.empty());
    try (Chain chain =
        Chain.open(folder.chain(1), folder.anchor(1), key, settings, Clock.systemUTC())) {
      chain.prune();
    }
  }

  private static void assertUnavailable(AuditLog log) {
    assertThatThrownBy(() -> Trail.query(log, "x", "SELECT 'not run'"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
  }

  private Trail trail() {
    return new Trail(state);
  }
}
