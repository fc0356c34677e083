package dev.alidade.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.SourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final String SECRET = "s3cret/@:?";

  @Test
  void aUrlSaysEverything() {
    ServerSettings settings =
        read(Map.of("url", "jdbc:db://ann:s3cret%2F%40%3A%3F@one,two:99,[::1]:7/sales?mode=fast"));
    assertThat(settings.hosts())
        .containsExactly(new Host("one", 1234), new Host("two", 99), new Host("::1", 7));
    assertThat(settings.database()).contains("sales");
    assertThat(settings.credentials().username()).contains("ann");
    assertThat(settings.credentials().password()).contains(SECRET);
    assertThat(settings.options()).containsEntry("mode", "fast");
    assertThat(settings.tls().mode()).isEqualTo(Tls.Mode.VERIFY);
    assertThat(settings.toString()).doesNotContain("s3cret");
    assertThat(settings.credentials().toString()).isEqualTo("ann");
  }

  @Test
  void hostsMayBeListed() {
    ServerSettings settings =
        read(Map.of("host", List.of("127.0.0.1", "localhost:5"), "username", "ann", "pool", 3));
    assertThat(settings.hosts())
        .containsExactly(new Host("127.0.0.1", 1234), new Host("localhost", 5));
    assertThat(settings.poolSize()).isEqualTo(3);
    assertThat(settings.tls().mode()).as("nothing leaves the machine").isEqualTo(Tls.Mode.OFF);
    assertThat(read(Map.of()).hosts()).containsExactly(new Host("localhost", 1234));
  }

  @Test
  void wrongSettingsAreNamedWithoutTheirSecrets() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("url", "other://ann:s3cret@host/db"),
            Map.of("url", "db://ann:s3cret@host:s3cret/db"),
            Map.of("url", "db://ann:%s3cret@host/db"),
            Map.of("url", "db://ann:s3cret@/db"),
            Map.of("url", "db://ann:s3cret@host/db", "host", "other"),
            Map.of("host", "x:y:z", "password", "s3cret"),
            Map.of("pool", 0),
            Map.of("password", "s3cret", "password-file", "file"))) {
      AlidadeException failure = catchThrowableOfType(AlidadeException.class, () -> read(wrong));
      assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
      assertThat(failure).hasMessageContaining("`crm`");
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain("s3cret");
      }
    }
  }

  @Test
  void aPasswordFromAFileOrCommandIsAlwaysTheCurrentOne(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("password");
    Credentials fromFile = read(Map.of("password-file", file.toString())).credentials();
    Credentials fromCommand =
        read(Map.of("password-command", "cat '%s'".formatted(file))).credentials();
    for (String password : List.of("first", "second " + SECRET)) {
      Files.writeString(file, password + "\n");
      assertThat(fromFile.password()).contains(password);
      assertThat(fromCommand.password()).contains(password);
    }
    Files.delete(file);
    for (Credentials credentials : List.of(fromFile, fromCommand)) {
      AlidadeException failure =
          catchThrowableOfType(AlidadeException.class, credentials::password);
      assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
      assertThat(failure).hasMessageContaining("password-");
    }
  }

  private static ServerSettings read(Map<String, Object> settings) {
    return SettingsReader.read(new SourceDefinition("crm", "db", settings), List.of("db"), 1234);
  }
}
