package dev.alidade.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the built product as its users do: by the launcher, or by the jar that it runs. */
final class Launcher {
  /** What the whole run gives to every JVM of the product. */
  private static final String JAVA_OPTIONS = "ALIDADE_JAVA_OPTIONS";

  private static final Path JAR = Path.of("../server/target/quarkus-app/quarkus-run.jar");

  private Launcher() {}

  /** A process of the product, whose state is in a folder of its own. */
  static ProcessBuilder command(Path state, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("ALIDADE_") && !name.equals(JAVA_OPTIONS));
    builder.environment().put("ALIDADE_STATE", state.toString());
    builder.environment().put("NO_COLOR", "1");
    return builder;
  }

  /** The words before the arguments. */
  static List<String> prefix() {
    String launcher = System.getenv("ALIDADE_LAUNCHER");
    if (launcher != null) {
      return List.of(launcher);
    }
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(JAR + " is missing; run ./alidade build first");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Xmx1g",
        "-jar",
        JAR.toAbsolutePath().normalize().toString());
  }

  static Path temporaryFolder(String name) {
    try {
      Path folder = Files.createTempDirectory("alidade-" + name);
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
