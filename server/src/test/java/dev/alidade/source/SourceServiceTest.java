package dev.alidade.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.operation.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceServiceTest {
  @TempDir private Path folder;
  private SourceService service;

  /** A kind whose settings only a configuration file may give. */
  private static final class Guarded implements EngineFactory {
    @Override
    public String engine() {
      return "guarded";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          new Setting("host", Setting.Kind.TEXT, true, false, "Where"),
          Setting.choice("tls", "How", List.of("auto", "off")),
          Setting.optional("password-file", Setting.Kind.SECRET_PATH, "File"),
          Setting.optional("password-command", Setting.Kind.COMMAND, "Command"));
    }

    @Override
    public Engine open(SourceDefinition definition) {
      throw new AssertionError("must not be reached");
    }
  }

  @BeforeEach
  void makeSources() throws Exception {
    Path file = folder.resolve("shop.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INTEGER)");
    }
    Files.writeString(
        folder.resolve("text.sqlite"), "this is no database, only a longer text ....");
    service =
        SourceServices.of(
            new Sources(
                List.of(
                    source("shop", file),
                    source("gone", folder.resolve("gone.sqlite")),
                    source("text", folder.resolve("text.sqlite"))),
                List.of(new SqliteEngineFactory(), new Guarded())),
            folder.resolve("state"));
  }

  @Test
  void aSourceThatAnswersSaysWhoItIs() {
    TestSourceOutput answer = test(Optional.of("shop"), Optional.empty(), Map.of());
    assertThat(answer.works()).isTrue();
    assertThat(answer.product()).contains("SQLite");
    assertThat(answer.tables()).contains(1);
    assertThat(service.status("shop").problem()).isEmpty();
  }

  @Test
  void aSourceThatFailsSaysWhatToDo() {
    TestSourceOutput gone = test(Optional.of("gone"), Optional.empty(), Map.of());
    assertThat(gone.works()).isFalse();
    assertThat(gone.code()).contains(ErrorCode.FILE_NOT_FOUND);
    assertThat(gone.problem().orElseThrow()).contains("correct its `path`");
    TestSourceOutput text = test(Optional.of("text"), Optional.empty(), Map.of());
    assertThat(text.code()).contains(ErrorCode.FILE_UNREADABLE);
    assertThat(service.status("text").problem()).isPresent();
  }

  @Test
  void aNewSourceCanBeTriedBeforeItIsAdded() {
    String path = folder.resolve("shop.sqlite").toString();
    assertThat(test(Optional.empty(), Optional.of("sqlite"), Map.of("path", path)).works())
        .isTrue();
  }

  @Test
  void wrongSettingsAreNamedTogether() {
    TestSourceOutput wrong =
        test(
            Optional.empty(),
            Optional.of("guarded"),
            Map.of(
                "hots", "x", "tls", "maybe", "password-file", "/x", "password-command", "echo x"));
    assertThat(wrong.works()).isFalse();
    assertThat(wrong.code()).contains(ErrorCode.INVALID_INPUT);
    assertThat(wrong.problem().orElseThrow())
        .contains("did you mean `host`?")
        .contains("`host` is needed")
        .contains("`tls` must be one of auto, off")
        .contains("`password-file` may stand in the configuration file only")
        .contains("`password-command` may stand in the configuration file only");
    assertThat(wrong.problems())
        .extracting(SettingProblem::setting)
        .containsExactly("hots", "host", "tls", "password-file", "password-command");
  }

  @Test
  void aMissingFileIsSaidAtTheSettingThatNamesIt() {
    TestSourceOutput gone =
        test(
            Optional.empty(),
            Optional.of("sqlite"),
            Map.of("path", folder.resolve("gone.sqlite").toString()));
    assertThat(gone.problems()).extracting(SettingProblem::setting).containsExactly("path");
  }

  @Test
  void theKindsDescribeTheirForms() {
    assertThat(service.engines().engines())
        .extracting(ListEnginesOutput.EngineForm::engine)
        .containsExactly("sqlite", "guarded");
    assertThat(service.engines().engines().getLast().settings())
        .extracting(ListEnginesOutput.Field::configurationOnly)
        .containsExactly(false, false, true, true);
  }

  @Test
  void oneThingIsTestedAtATime() {
    assertThat(
            catchThrowableOfType(
                    AlidadeException.class,
                    () -> test(Optional.of("shop"), Optional.of("sqlite"), Map.of()))
                .code())
        .isEqualTo(ErrorCode.INVALID_INPUT);
  }

  private TestSourceOutput test(
      Optional<String> source, Optional<String> engine, Map<String, Object> settings) {
    return service.test(
        new TestSourceInput(
            source,
            Optional.empty(),
            engine,
            settings.isEmpty() ? Optional.empty() : Optional.of(settings)),
        Invocation.of(Caller.LOCAL));
  }

  private static SourceDefinition source(String name, Path file) {
    return new SourceDefinition(name, "sqlite", Map.of("path", file.toString()));
  }
}
