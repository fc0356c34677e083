package dev.alidade.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product on a command line, in a folder and with a state of its own. */
final class Alidade {
  private static final long PATIENCE_SECONDS = 180;

  private final Path folder;
  private final Path state;

  /** Runs in {@code folder} and keeps its state in {@code state}. */
  Alidade(Path folder, Path state) {
    this.folder = folder;
    this.state = state;
  }

  /** What a command printed and how it ended. */
  record Outcome(int code, String out, String errors) {}

  /** Runs a command to its end. */
  Outcome run(String... arguments) throws Exception {
    Path out = Files.createTempFile(state, "out", "");
    Path errors = Files.createTempFile(state, "err", "");
    Process process =
        builder(arguments).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("no end of " + List.of(arguments));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(errors));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts a command that goes on and returns when it says that it is ready. */
  Process startUntilReady(String... arguments) throws Exception {
    Process process = builder(arguments).redirectError(log().toFile()).start();
    for (int tries = 0; tries < 10 * PATIENCE_SECONDS && process.isAlive(); tries++) {
      if (said().contains("is ready at")) {
        return process;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    process.destroyForcibly();
    throw new IOException("not ready: " + said());
  }

  /** What the last started command said. */
  String said() throws IOException {
    return Files.exists(log()) ? Files.readString(log()) : "";
  }

  private Path log() {
    return state.resolve("started.log");
  }

  private ProcessBuilder builder(String... arguments) {
    return Launcher.command(state, List.of(arguments)).directory(folder.toFile());
  }
}
