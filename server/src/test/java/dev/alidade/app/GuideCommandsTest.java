package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.edge.cli.CliDoor;
import dev.alidade.edge.cli.Terminal;
import dev.alidade.edge.cli.Workplace;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.OperationRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the guides show are commands, one after the other. */
class GuideCommandsTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern PROPOSAL = Pattern.compile("pro_[\\w-]{10,}");
  private static final String CONFIGURATION =
      "sources:\n  - { name: crm, engine: sqlite, path: crm.sqlite }\n";

  @TempDir private Path folder;

  @Test
  void rolesAndPoliciesAreSaidAtTheCommandLine() throws IOException {
    SqliteFile.create(
        folder.resolve("crm.sqlite"),
        List.of(
            "CREATE TABLE customers (id INTEGER, name TEXT, region TEXT, email TEXT, phone TEXT, born DATE)",
            "INSERT INTO customers VALUES (1, 'Ada', 'west', 'ada@x', '555-0101', '1990-01-01'),"
                + " (2, 'Eve', 'east', 'eve@x', '555-0102', '1991-01-01')",
            "CREATE TABLE payroll (id INTEGER)"));
    Path file = Files.writeString(folder.resolve("alidade.yaml"), CONFIGURATION);
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    try (Product product =
        Product.openQuickly(config.sources(), config, audit, folder.resolve("state"))) {
      List<String> commands = commands("docs/guides/roles.md", "## Through operations");
      assertThat(commands).hasSizeGreaterThan(5);
      StringBuilder said = new StringBuilder();
      for (String command : commands) {
        said.append(run(product, command));
      }
      assertThat(said.toString()).contains("Ada,***", "west,false", "auditor", "10000");
    }
  }

  @Test
  void exportsAreOrderedAtTheCommandLine() throws IOException {
    SqliteFile.create(
        folder.resolve("shop.sqlite"),
        List.of(
            "CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer TEXT, total INTEGER)",
            "INSERT INTO orders VALUES (1, 'Ada', 5), (2, 'Ada', 20), (3, 'Eve', 30)"));
    Path reports = Files.createDirectory(folder.resolve("reports"));
    String guide = Files.readString(Path.of("../docs/guides/exports.md"));
    Path file =
        Files.writeString(
            folder.resolve("alidade.yaml"), snippet(guide, "## Folders of the server"));
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    try (Product product =
        Product.openQuickly(config.sources(), config, audit, folder.resolve("state"))) {
      StringBuilder said = new StringBuilder();
      List<String> commands = commands("docs/guides/exports.md", "## At the command line");
      assertThat(commands).hasSize(4);
      for (String command : commands) {
        said.append(run(product, command));
      }
      assertThat(said.toString())
          .contains("orders.parquet", "orders.csv.gz", "large orders.xlsx", "done")
          .doesNotContain("failed");
      assertThat(reports.resolve("by-customer/customer=Ada/part-1.parquet")).isNotEmptyFile();
      assertThat(reports.resolve("by-customer/customer=Eve/part-2.parquet")).isNotEmptyFile();
      assertThat(reports.resolve("by-customer.manifest.json")).content().contains("\"rows\" : 3");
    }
  }

  @Test
  void agentsPlanAtTheCommandLine() throws IOException {
    SqliteFile.create(
        folder.resolve("shop.sqlite"),
        List.of(
            "CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer TEXT)",
            "INSERT INTO orders VALUES (1, 'Ada'), (2, 'Ada'), (3, 'Eve')"));
    String sources = "sources: [{ name: shop, engine: sqlite, path: shop.sqlite }]";
    Path file = Files.writeString(folder.resolve("alidade.yaml"), sources);
    Config config = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    try (Product product =
        Product.openQuickly(config.sources(), config, audit, folder.resolve("state"))) {
      String guide = "docs/guides/models.md";
      List<String> commands = commands(guide, "## An agent that plans by itself");
      assertThat(commands).hasSize(2);
      assertThat(run(product, commands.getFirst())).contains("orders", "customer", "Ada");
      assertThat(run(product, commands.getLast())).contains("3");
      assertThat(run(product, commands(guide, "## What leaves").getFirst())).contains("built_in");
    }
  }

  @Test
  void whatDataMeanIsSaidAtTheCommandLine() throws IOException {
    String guide = Files.readString(Path.of("../docs/guides/semantic.md"));
    Files.writeString(folder.resolve("model.yaml"), snippet(guide, "## A model"));
    Files.writeString(folder.resolve("cubes.yaml"), snippet(guide, "## From other products"));
    Path file = Files.writeString(folder.resolve("alidade.yaml"), snippet(guide, "## From a file"));
    Config written = new ConfigReader(Registry.engines(), new Environment(Map.of())).read(file);
    assertThat(written.meanings().get("shop").model().metrics()).hasSize(4);
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    Path state = folder.resolve("state");

    try (Product product =
        Product.openQuickly(List.of(SampleData.shop(state)), Config.EMPTY, audit, state)) {
      StringBuilder said = new StringBuilder();
      List<String> commands = commands("docs/guides/semantic.md", "## Through operations");
      for (String command : commands) {
        said.append(run(product, command));
      }
      assertThat(commands).hasSize(9);
      assertThat(said.toString())
          .contains("revenue_per_square_meter", "total_shipping_fee", "margin by our own rule")
          .contains("orders.status = 'cancelled'", "typical_fee", "number_agg");
    }
  }

  @Test
  void whatIsLearnedIsSaidAtTheCommandLine() throws IOException {
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    Path state = folder.resolve("state");
    try (Product product =
        Product.openQuickly(List.of(SampleData.shop(state)), Config.EMPTY, audit, state)) {
      String guide = "docs/guides/learning.md";
      assertThat(learned(product, commands(guide, "## From a thumb up"))).contains("verified");
      String punters = learned(product, commands(guide, "## What a word means"));
      assertThat(punters).contains("\"answered\"", "Seattle");
    }
  }

  /** What the last command says; a question that is not understood is the first of them. */
  private String learned(Product product, List<String> commands) {
    String proposal = "";
    String said = "";
    for (String command : commands) {
      String now = command.replaceFirst("pro_\\w{4}\\b", proposal);
      said = command.contains("punters are there") ? run(product, now, 2) : run(product, now);
      Matcher named = PROPOSAL.matcher(said);
      proposal = command.contains("list-proposals") && named.find() ? named.group() : proposal;
    }
    return said;
  }

  @Test
  void insightsAreFoundAtTheCommandLine() throws IOException {
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    try (Product product =
        Product.openQuickly(
            List.of(SampleData.shop(folder)), Config.EMPTY, audit, folder.resolve("state"))) {
      StringBuilder said = new StringBuilder();
      List<String> commands = commands("docs/guides/insights.md", "## At the command line");
      for (String command : commands) {
        said.append(run(product, command));
      }
      assertThat(commands).hasSize(5);
      assertThat(said.toString())
          .contains(
              "tests were made",
              "Benjamini-Hochberg",
              "\n# What stands out in customers\n",
              "### An outlier")
          .contains("Groups them: one row for each status.")
          .contains("SELECT status, count(*) FROM orders GROUP BY status");
    }
  }

  private static String snippet(String guide, String headline) {
    String section = guide.substring(guide.indexOf(headline));
    return section.split("```yaml\n", 2)[1].split("```", 2)[0];
  }

  /** The commands of the first block below a headline. */
  private static List<String> commands(String guide, String headline) throws IOException {
    String text = Files.readString(Path.of("../" + guide));
    String section = text.substring(text.indexOf(headline));
    String block = section.split("```\n", 3)[1];
    return block.lines().filter(line -> line.startsWith("./alidade ")).toList();
  }

  private String run(Product product, String command) {
    return run(product, command, 0);
  }

  private String run(Product product, String command, int expected) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          Optional.ofNullable(word.group(1))
              .or(() -> Optional.ofNullable(word.group(2)))
              .orElseGet(() -> word.group(3)));
    }
    words.removeFirst();
    words.replaceAll(this::asTheShellDoes);
    words.addAll(List.of("--data", "x"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        new CliDoor(
                new Here(product),
                Map.of(),
                new Terminal(false, false, 100, false),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8))
            .run(words, List.of());
    assertThat(code).as("%s: %s", command, errors).isEqualTo(expected);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String asTheShellDoes(String word) {
    if (!word.startsWith("$(cat ")) {
      return word;
    }
    try {
      return Files.readString(folder.resolve(word.substring(6, word.length() - 1)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The product in this process. */
  private record Here(Product product) implements Workplace {
    @Override
    public OperationRegistry declarations() {
      return product.operations();
    }

    @Override
    public Optional<String> apiKey() {
      return Optional.empty();
    }

    @Override
    public Open openData(List<String> paths) {
      return new Open() {
        @Override
        public OperationRegistry operations() {
          return product.operations();
        }

        @Override
        public Authenticator authenticator() {
          return product.authenticator();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public Open openConfig(String file) {
      return openData(List.of(file));
    }
  }
}
