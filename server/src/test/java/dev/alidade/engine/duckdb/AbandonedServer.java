package dev.alidade.engine.duckdb;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.Parameters;
import java.io.IOException;
import java.nio.file.Path;

/** Another process with a source whose workers run an endless statement. */
final class AbandonedServer implements AutoCloseable {
  private final Process process;

  private AbandonedServer(Process process) {
    this.process = process;
  }

  /** Returns when the source is open. */
  static AbandonedServer start(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                AbandonedServer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.getInputStream().read() < 0) {
      process.destroyForcibly();
      throw new IOException("the other process ended");
    }
    return new AbandonedServer(process);
  }

  /** The other process. */
  public static void main(String[] arguments) {
    Engine engine = DuckDbFiles.openIsolated(Path.of(arguments[0]));
    EngineProbe probe = new EngineProbe(engine);
    probe.number("SELECT count(*) FROM t");
    System.out.write('+');
    System.out.flush();
    probe
        .start(
            "SELECT count(*) FROM range(90000000000) AS t (x) WHERE x % 7 = 1",
            Parameters.NONE, Cancellation.never())
        .close();
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** As {@code kill -9} does it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
