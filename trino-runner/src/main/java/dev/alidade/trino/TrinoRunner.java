package dev.alidade.trino;

import com.google.inject.Key;
import io.airlift.log.Level;
import io.airlift.log.Logging;
import io.trino.Session;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.server.security.PasswordAuthenticatorManager;
import io.trino.spi.security.Identity;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A coordinator and a worker with the catalogs {@code memory} and {@code tpch}: says its ports, for
 * HTTP and HTTPS, on standard output. A number on standard input makes as many tables in the catalog
 * {@code many} and is answered; the end of standard input ends it.
 *
 * <p>It is given a key store (PKCS12, its password is {@code changeit}) and a file of the passwords
 * of those who come by HTTPS.
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
        DistributedQueryRunner.builder(session)
            .setWorkerCount(1)
            .addCoordinatorProperty("http-server.https.enabled", "true")
            .addCoordinatorProperty("http-server.https.port", "0")
            .addCoordinatorProperty("http-server.https.keystore.path", arguments[0])
            .addCoordinatorProperty("http-server.https.keystore.key", "changeit")
            .addCoordinatorProperty("http-server.authentication.type", "PASSWORD")
            .addCoordinatorProperty("http-server.authentication.allow-insecure-over-http", "true")
            // A file must be named; what lets people in is set below.
            .addCoordinatorProperty("password-authenticator.config-files", arguments[1])
            .addCoordinatorProperty("query.client.timeout", "15s")
            .build();
    Logging.initialize().setLevel("", Level.ERROR);
    runner
        .getCoordinator()
        .getInstance(Key.get(PasswordAuthenticatorManager.class))
        .setAuthenticators(new PasswordFile(Path.of(arguments[1])));
    runner.installPlugin(new NarrowGroups());
    runner
        .getCoordinator()
        .getResourceGroupManager()
        .orElseThrow()
        .setConfigurationManager(NarrowGroups.NAME, Map.of());
    runner.installPlugin(new MemoryPlugin());
    runner.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "400MB"));
    runner.installPlugin(new TpchPlugin());
    runner.createCatalog(
        "tpch",
        "tpch",
        Map.of("tpch.column-naming", "STANDARD", "tpch.double-type-mapping", "DECIMAL"));
    answers.println(
        runner.getCoordinator().getBaseUrl().getPort()
            + " "
            + runner.getCoordinator().getHttpsAddress().getPort());
    BufferedReader wishes =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String tables = wishes.readLine(); tables != null; tables = wishes.readLine()) {
      ManyTables.create(runner, Integer.parseInt(tables));
      answers.println(tables);
    }
    Runtime.getRuntime().halt(0);
  }
}
