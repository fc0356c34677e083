package dev.alidade.product;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Programs of others, from npm at pinned versions, that drive the product. */
final class NodeClients {
  private static final Path FOLDER = Path.of("mcp-clients").toAbsolutePath();
  private static final Path MODULES = FOLDER.resolve("node_modules");
  private static final Path SUITES = Path.of("mcp-conformance").toAbsolutePath();

  private NodeClients() {}

  /** Runs a script of ours under Node.js and gives what it printed; failing is one of the test. */
  static String run(String script, String... arguments) throws Exception {
    install();
    List<String> command = new ArrayList<>(List.of(node(), script));
    command.addAll(List.of(arguments));
    return Finished.output(new ProcessBuilder(command).directory(FOLDER.toFile()), 180);
  }

  /** The Node.js that the clients need, which may be newer than the machine's. */
  static String node() throws Exception {
    install();
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    boolean arm = machine.equals("aarch64");
    String name =
        "node-%s-%s".formatted(system.contains("mac") ? "darwin" : "linux", arm ? "arm64" : "x64");
    Path bundled = MODULES.resolve(name).resolve("bin/node");
    return Files.exists(bundled) ? bundled.toString() : "node";
  }

  /** Where the MCP Inspector starts. */
  static String inspector() {
    return MODULES
        .resolve("@modelcontextprotocol/inspector/clients/launcher/build/index.js")
        .toString();
  }

  /** Where a conformance suite starts. */
  static Path conformance(String suite) throws Exception {
    install(SUITES);
    return SUITES.resolve("node_modules").resolve(suite).resolve("dist/index.js");
  }

  private static void install() throws Exception {
    install(FOLDER);
  }

  /** Installs once for all processes that run tests beside each other. */
  private static synchronized void install(Path folder) throws Exception {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("../target/npm.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      installUnlessDone(folder);
    }
  }

  private static void installUnlessDone(Path folder) throws Exception {
    Path lock = folder.resolve("package-lock.json");
    Path installed = folder.resolve("node_modules/.installed-lock");
    if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
      return;
    }
    // No script of a package runs: none of these needs one.
    Finished.output(
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile()),
        600);
    Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
  }
}
