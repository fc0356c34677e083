package dev.alidade.trino;

import io.airlift.log.Level;
import io.airlift.log.Logging;
import io.trino.Session;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.spi.security.Identity;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A coordinator and a worker with the catalogs {@code memory} and {@code tpch}: says its port on
 * standard output, and ends when standard input ends.
 */
final class TrinoRunner {
  private TrinoRunner() {}

  public static void main(String[] arguments) throws Exception {
    // Trino's logging takes System.out over; the port goes to the real one.
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Session session =
        TestingSession.testSessionBuilder()
            .setCatalog("memory")
            .setSchema("default")
            .setIdentity(Identity.ofUser("tester"))
            .build();
    DistributedQueryRunner runner =
        DistributedQueryRunner.builder(session).setWorkerCount(1).build();
    Logging.initialize().setLevel("", Level.ERROR);
    runner.installPlugin(new MemoryPlugin());
    runner.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "400MB"));
    runner.installPlugin(new TpchPlugin());
    runner.createCatalog(
        "tpch",
        "tpch",
        Map.of("tpch.column-naming", "STANDARD", "tpch.double-type-mapping", "DECIMAL"));
    answers.println(runner.getCoordinator().getBaseUrl().getPort());
    while (System.in.read() >= 0) {
      // Only its end says something.
    }
    Runtime.getRuntime().halt(0);
  }
}
