package dev.alidade.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.Caller;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.AccessRules;
import dev.alidade.store.Database;
import dev.alidade.upload.DataFile;
import dev.alidade.upload.UploadLimits;
import dev.alidade.upload.UploadService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of passwords that are given with a source. */
class KeptSecretsTest {
  private static final Invocation ADA = Invocation.of(Caller.LOCAL);

  @TempDir private Path folder;
  private final List<Map<String, Object>> opened = new ArrayList<>();
  private byte[] key = new byte[32];
  private SourceFeature feature;
  private Sources sources;

  /** A server whose tables are those of an SQLite file; it notes what it is opened with. */
  private final class Vault implements EngineFactory {
    @Override
    public String engine() {
      return "vault";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          new Setting("host", Setting.Kind.TEXT, true, false, "Where"),
          Setting.writable(),
          Setting.secret("password", "Password"));
    }

    @Override
    public Engine open(SourceDefinition definition) {
      opened.add(definition.settings());
      return new SqliteEngineFactory()
          .open(
              new SourceDefinition(
                  definition.name(),
                  "sqlite",
                  Map.of("path", folder.resolve("data.sqlite").toString())));
    }
  }

  @BeforeEach
  void open() {
    SqliteFile.create(folder.resolve("data.sqlite"), List.of("CREATE TABLE items (id INTEGER)"));
    start();
  }

  private void start() {
    Path state = folder.resolve("state");
    Database database = Database.open(state);
    sources = new Sources(List.of(), List.of(new Vault()));
    UploadService uploads =
        new UploadService(
            database,
            state.resolve("uploads"),
            UploadLimits.USUAL,
            path -> new DataFile("vault", "path", true),
            sources::names,
            event -> {},
            Clock.systemUTC());
    feature =
        new SourceFeature(
            sources,
            new SourceKeeping(
                database,
                state,
                () -> new SecretKeySpec(key, "AES"),
                name ->
                    name.equals("ALIDADE_SOURCE_VAULT")
                        ? Optional.of("tr0ub4dor")
                        : Optional.empty(),
                () -> new SourceDefinition("shop", "vault", Map.of())),
            uploads,
            () -> AccessRules.OPEN,
            Clock.systemUTC());
    sources.lookingBy(feature::look);
  }

  @Test
  void aPasswordIsSealedAndNeverShown() throws IOException {
    call(
        "add_source",
        "{'name': 'v', 'engine': 'vault', 'settings': {'host': 'db', 'password': 'hunter2!'}}");
    assertThat(opened.getLast()).containsEntry("password", "hunter2!");
    assertThat(call("source_status", "{'source': 'v'}"))
        .contains("\"settings\":{\"host\":\"db\"}", "\"secrets\":[\"password\"]")
        .doesNotContain("hunter2");
    try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
      }
    }
    start();
    sources.engine("v");
    assertThat(opened.getLast()).containsEntry("password", "hunter2!");
  }

  @Test
  void aVariableStaysItsName() {
    call(
        "add_source",
        "{'name': 'v', 'engine': 'vault', 'settings': {'host': 'db', 'password': '${ALIDADE_SOURCE_VAULT}'}}");
    assertThat(opened.getLast()).containsEntry("password", "tr0ub4dor");
    assertThat(call("source_status", "{'source': 'v'}")).doesNotContain("tr0ub4dor");
  }

  @Test
  void aKeptPasswordIsSentNowhereElse() {
    call(
        "add_source",
        "{'name': 'v', 'engine': 'vault', 'settings': {'host': 'db', 'password': 'hunter2!'}}");
    assertThatThrownBy(
            () -> call("change_source", "{'name': 'v', 'settings': {'host': 'evil.example'}}"))
        .hasMessageContaining("`password` is needed again, because `host` changes");
    assertThat(opened).hasSize(1);
    call("change_source", "{'name': 'v', 'settings': {'writable': true}}");
    assertThat(opened.getLast()).containsEntry("password", "hunter2!").containsEntry("host", "db");
    call("change_source", "{'name': 'v', 'settings': {'host': 'db2', 'password': 'new'}}");
    assertThat(opened.getLast()).containsEntry("password", "new").containsEntry("host", "db2");
    call("change_source", "{'name': 'v', 'settings': {'host': 'db3'}, 'without': ['password']}");
    assertThat(opened.getLast()).doesNotContainKey("password");
  }

  @Test
  void aSourceWhoseSealDoesNotOpenIsThereAndSaysSo() {
    call(
        "add_source",
        "{'name': 'v', 'engine': 'vault', 'settings': {'host': 'db', 'password': 'hunter2!'}}");
    key = new byte[32];
    key[0] = 1;
    start();
    assertThat(sources.names()).containsExactly("v");
    assertThatThrownBy(() -> sources.engine("v"))
        .hasMessageContaining("were sealed with another source.key");
    assertThat(feature.problems()).hasSize(1);
    call("remove_source", "{'name': 'v'}");
    assertThat(sources.names()).isEmpty();
  }

  private String call(String operation, String input) {
    List<Operation<?, ?>> all = feature.operations();
    try {
      return Json.mapper()
          .writeValueAsString(
              new OperationRegistry(all)
                  .call(operation, Json.mapper().readTree(input.replace('\'', '"')), ADA));
    } catch (IOException malformed) {
      throw new IllegalArgumentException(input, malformed);
    }
  }
}
