package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Who Alidade is to a server. A password from a file or a command is asked for at each new
 * connection, so that it can be changed without a restart; it is never kept and never printed.
 */
public final class Credentials {
  private static final long COMMAND_SECONDS = 10;

  private final String source;
  private final Optional<String> username;
  private final Password password;

  private sealed interface Password {
    record Fixed(Optional<String> text) implements Password {}

    record File(Path path) implements Password {}

    record Command(String line) implements Password {}
  }

  private Credentials(String source, Optional<String> username, Password password) {
    this.source = source;
    this.username = username;
    this.password = password;
  }

  static Credentials fixed(String source, Optional<String> username, Optional<String> password) {
    return new Credentials(source, username, new Password.Fixed(password));
  }

  static Credentials file(String source, Optional<String> username, Path file) {
    return new Credentials(source, username, new Password.File(file));
  }

  static Credentials command(String source, Optional<String> username, String line) {
    return new Credentials(source, username, new Password.Command(line));
  }

  /** The account, where one is named. */
  public Optional<String> username() {
    return username;
  }

  /** The password as it is now; fails with CONFIGURATION_INVALID where it cannot be had. */
  public Optional<String> password() {
    return switch (password) {
      case Password.Fixed(Optional<String> text) -> text;
      case Password.File(Path path) -> Optional.of(read(path));
      case Password.Command(String line) -> Optional.of(run(line));
    };
  }

  /** The account only. */
  @Override
  public String toString() {
    return username.orElse("(no user)");
  }

  private String read(Path path) {
    try {
      return Files.readString(path).strip();
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: the file of its `password-file` cannot be read; check its path and permissions"
              .formatted(source),
          cause);
    }
  }

  private String run(String line) {
    Process process = start(line);
    try {
      // What a password helper prints is far smaller than the buffer of a pipe.
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        throw failed("did not end within %d s".formatted(COMMAND_SECONDS));
      }
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw failed("ended with exit code %d".formatted(process.exitValue()));
      }
      if (printed.isEmpty()) {
        throw failed("printed nothing");
      }
      return printed;
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", gone);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: what its `password-command` printed cannot be read".formatted(source),
          cause);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String line) {
    try {
      return new ProcessBuilder(List.of("sh", "-c", line))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s`: its `password-command` cannot be started; run it by hand".formatted(source),
          cause);
    }
  }

  private AlidadeException failed(String how) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID,
        "Source `%s`: its `password-command` %s; run it by hand".formatted(source, how));
  }
}
