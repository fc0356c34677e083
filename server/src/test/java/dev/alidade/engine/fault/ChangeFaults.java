package dev.alidade.engine.fault;

import static dev.alidade.engine.fault.FaultBench.ALL;
import static dev.alidade.engine.fault.FaultBench.COUNT;
import static dev.alidade.engine.fault.FaultBench.ROWS;
import static dev.alidade.engine.fault.FaultBench.SOURCE;
import static dev.alidade.engine.fault.FaultBench.await;
import static dev.alidade.engine.fault.FaultBench.export;
import static dev.alidade.engine.fault.FaultBench.failure;
import static dev.alidade.engine.fault.FaultBench.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Capability;
import dev.alidade.engine.Sources;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something that a connection relied on changes under it. */
interface ChangeFaults {
  FaultBench bench();

  @Test
  default void theSchemaChangesUnderAStatement() {
    FaultedServer server = bench().server;
    server.run("CREATE TABLE changing (a INTEGER)", "INSERT INTO changing VALUES (1)");
    String all = "SELECT * FROM changing";
    int rounds = 8 / server.slowness();
    for (int round = 0; round < rounds; round++) {
      assertThat(bench().rows(SOURCE, all)).isEqualTo(1);
    }
    server.run("DROP TABLE changing");
    assertThat(failure(() -> bench().rows(SOURCE, all)).code())
        .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    server.run("CREATE TABLE changing (b VARCHAR(20), a INTEGER)");
    server.run("INSERT INTO changing VALUES ('x', 1)", "INSERT INTO changing VALUES ('y', 2)");
    for (int round = 0; round < rounds; round++) {
      try (GovernedResult result = bench().start(SOURCE, all)) {
        assertThat(result.columns()).hasSize(2);
        assertThat(FaultBench.rows(result)).isEqualTo(2);
      }
    }
    server.run("DROP TABLE changing");
  }

  @Test
  default void aPasswordIsRotated(@TempDir Path folder) throws IOException {
    Path password = folder.resolve("password");
    Files.writeString(password, "first");
    FaultedServer server = bench().server;
    server.account("rotating", "first", 10);
    try (FaultProxy guarded = FaultProxy.before(server.passwordPort());
        Sources rotating =
            bench()
                .opened(
                    server.source(
                        SOURCE,
                        List.of(guarded.port()),
                        Map.of("username", "rotating", "password-file", password.toString())));
        QueryService over = FaultBench.over(rotating)) {
      assertThat(FaultBench.rows(over.run(export(SOURCE, ALL)))).isEqualTo(ROWS);
      server.account("rotating", "second", 10);
      guarded.reset();
      AlidadeException failure = failure(() -> FaultBench.rows(over.run(export(SOURCE, ALL))));
      assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
      assertThat(failure).hasMessageContaining("`crm`").hasMessageContaining("password");
      assertThat(failure.toString()).doesNotContain("first");
      Files.writeString(password, "second");
      await(() -> succeeds(() -> FaultBench.rows(over.run(export(SOURCE, ALL)))));
    }
  }

  @Test
  default void aTransactionLosesItsConnection() {
    if (!bench().sources.engine(SOURCE).capabilities().contains(Capability.TRANSACTIONS)) {
      assertThat(failure(this::begin).code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
      return;
    }
    QueryRequest request = QueryRequest.of(Caller.LOCAL, SOURCE, COUNT).in(Optional.of(begin()));
    assertThat(FaultBench.rows(bench().queries.run(request))).isEqualTo(1);
    bench().proxy.reset();
    AlidadeException failure = failure(() -> FaultBench.rows(bench().queries.run(request)));
    assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_FAILED);
    assertThat(failure).hasMessageContaining("`crm`");
    bench().awaitRecovery(SOURCE);
  }

  private String begin() {
    return bench()
        .queries
        .begin(Caller.LOCAL, SOURCE, Duration.ofMinutes(1), Cancellation.never())
        .handle();
  }
}
