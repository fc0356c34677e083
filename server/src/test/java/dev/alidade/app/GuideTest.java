package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.ask.model.ModelSettings;
import dev.alidade.ask.model.Share;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.Caller;
import dev.alidade.base.PageSize;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.SourceRule;
import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.delivery.ExportFolder;
import dev.alidade.delivery.storage.ExportStorage;
import dev.alidade.delivery.storage.StorageKey;
import dev.alidade.delivery.storage.StorageSettings;
import dev.alidade.edge.mcp.Offer;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.edge.mcp.tool.Listing;
import dev.alidade.edge.mcp.tool.SampleExchanges;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Json;
import dev.alidade.policy.Limit;
import dev.alidade.policy.Restraint;
import dev.alidade.saved.QueryDefinition;
import dev.alidade.saved.QueryParameter;
import dev.alidade.upload.UploadLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations that the guides show are configurations. */
class GuideTest {
  private static final String KEY = "0123456789abcdef";
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theConfigurationOfRolesIsRead(@TempDir Path folder) throws IOException {
    SqliteFile.create(folder.resolve("crm.sqlite"), List.of("CREATE TABLE customers (id INTEGER)"));

    Config config = read(folder, "docs/guides/roles.md", "policies:", Map.of("WENDY_KEY", KEY));

    assertThat(config.access().roleNames()).containsExactly("analyst", "admin");
    assertThat(config.access().policies()).hasSize(1);
    assertThat(config.callers()).hasSize(1);
  }

  @Test
  void theLimitsOfRolesAndCallersAreRead(@TempDir Path folder) throws IOException {
    Config config = read(folder, "docs/guides/roles.md", "limits:", Map.of("NIGHTLY_KEY", KEY));
    Caller nightly = new Caller("nightly", Set.of("analyst"), Map.of());

    assertThat(config.access().rules(() -> "").of(nightly).limits().byKind().values())
        .extracting(Limit::most, Limit::rule)
        .containsExactly(
            tuple(120L, "role `analyst`"),
            tuple(2L, "role `analyst`"),
            tuple(5_000L, "caller `nightly`"),
            tuple(50_000_000L, "role `analyst`"),
            tuple(20L, "role `analyst`"),
            tuple(5_000_000L, "role `analyst`"));
  }

  @Test
  void theToolsetsOfTheGuideAreRead(@TempDir Path folder) throws IOException {
    Config config = read(folder, "docs/guides/agents.md", "toolsets:", Map.of());

    assertThat(config.tools().listing()).isEqualTo(new Listing.Everything());
    assertThat(config.tools().toolsets()).hasSize(1);
    assertThat(config.tools().results()).isEqualTo(new PageSize(50, 1_000, 10_000));
  }

  @Test
  void theToolOfTheGuideLooksAsTheGuideSays(@TempDir Path folder) throws IOException {
    SqliteFile.create(
        folder.resolve("shop.sqlite"),
        List.of("CREATE TABLE orders (status TEXT, placed TEXT, total INTEGER)"));
    Config config = read(folder, "docs/guides/agents.md", "tool: true", Map.of());
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    try (Product product =
        Product.openQuickly(config.sources(), config, audit, folder.resolve("state"))) {
      ToolSource tools =
          Offer.of(product.operations(), product.toolSettings(), product.prepared())
              .tools()
              .getFirst();
      String said = Files.readString(Path.of("../docs/guides/agents.md"));
      JsonNode shown = Json.mapper().readTree(said.split("```json\n", 2)[1].split("```", 2)[0]);
      JsonNode last = tools.list(SampleExchanges.of(Caller.LOCAL, "tools/list")).getLast();

      assertThat(Json.mapper().readTree(last.toString())).isEqualTo(shown);
    }
  }

  @Test
  void theGuideToSourcesLimitsUploads(@TempDir Path folder) throws IOException {
    Config config = read(folder, "docs/guides/sources.md", "uploads:", Map.of());
    assertThat(config.uploads()).isEqualTo(UploadLimits.ofMegabytes(2_000, 50_000));
    assertThat(Config.EMPTY.uploads()).isEqualTo(UploadLimits.ofMegabytes(1_024, 10_240));
  }

  @Test
  void theAgesOfKeptResultsAreRead(@TempDir Path folder) throws IOException {
    SqliteFile.create(
        folder.resolve("ledger.sqlite"), List.of("CREATE TABLE entries (id INTEGER)"));
    Config config = read(folder, "docs/guides/caching.md", "max-age-seconds:", Map.of());

    assertThat(config.cache().memory()).isEqualTo(CacheSettings.USUAL.memory());
    assertThat(config.cache().largest()).isEqualTo(CacheSettings.USUAL.largest());
    assertThat(config.cache().of("lake"))
        .isEqualTo(
            new SourceRule(
                false, Optional.of(Duration.ofMinutes(10)), Optional.of(Duration.ofMinutes(1))));
    assertThat(config.cache().of("ledger").off()).isTrue();
    assertThat(config.cache().of("another")).isEqualTo(SourceRule.EXACT);
  }

  @Test
  void theRedisOfKeptResultsIsRead(@TempDir Path folder) throws IOException {
    String key = "k".repeat(44);
    Config config =
        read(
            folder,
            "docs/guides/caching.md",
            "redis:",
            Map.of("REDIS_PASSWORD", "p", "ALIDADE_CACHE_KEY", key));

    SharedSettings shared = config.cache().shared().orElseThrow();
    assertThat(shared.key()).isEqualTo(key);
    assertThat(shared.address().tls()).isTrue();
    assertThat(shared.address()).hasToString("redis.example:6379/0");
    assertThat(shared.prefix()).isEqualTo("alidade:");
    assertThat(shared.patience()).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void theFoldersOfExportsAreRead(@TempDir Path folder) throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Config config = read(folder, "docs/guides/exports.md", "exports:", Map.of());

    assertThat(config.exportPlaces()).containsExactly(new ExportFolder("reports", reports));
  }

  @Test
  void theStorageOfExportsIsRead(@TempDir Path folder) throws IOException {
    Config config =
        read(
            folder,
            "docs/guides/exports.md",
            "storage:",
            Map.of("LAKE_KEY", "AKIA", "LAKE_SECRET", KEY, "ATTIC_KEY", "a", "ATTIC_SECRET", "b"));

    assertThat(config.exportPlaces())
        .extracting(place -> ((ExportStorage) place).settings())
        .containsExactly(
            new StorageSettings(
                "lake",
                "acme-exports",
                "alidade/",
                Optional.empty(),
                "eu-central-1",
                false,
                new StorageKey("AKIA", KEY),
                Optional.of(Set.of("analyst"))),
            new StorageSettings(
                "attic",
                "attic",
                "",
                Optional.of(URI.create("https://storage.example:9000")),
                "us-east-1",
                true,
                new StorageKey("a", "b"),
                Optional.empty()));
  }

  @Test
  void theIsolationOfASourceIsRead(@TempDir Path folder) throws IOException {
    Config config = read(folder, "docs/guides/callers.md", "worker-memory:", Map.of());

    assertThat(config.sources().getFirst().settings())
        .containsEntry("isolation", "process")
        .containsEntry("workers", 4)
        .containsEntry("worker-memory", 1_024);
  }

  @Test
  void theRolesThatWriteAreRead(@TempDir Path folder) throws IOException {
    SqliteFile.create(folder.resolve("shop.sqlite"), List.of("CREATE TABLE orders (id INTEGER)"));
    Config config =
        read(
            folder,
            "docs/guides/writing.md",
            "writable:",
            Map.of("WENDY_KEY", KEY, "ADA_KEY", KEY + "2"));

    assertThat(config.sources().getFirst().settings()).containsEntry("writable", true);
    assertThat(config.access().roles())
        .extracting(role -> role.restraints().contains(Restraint.WRITES_NEED_APPROVAL))
        .containsExactly(false, true, false);
  }

  @Test
  void theQueriesAreRead(@TempDir Path folder) throws IOException {
    SqliteFile.create(folder.resolve("shop.sqlite"), List.of("CREATE TABLE orders (id INTEGER)"));
    Config config =
        read(
            folder,
            "docs/guides/queries.md",
            "queries:",
            Map.of("WENDY_KEY", KEY, "BOT_KEY", KEY + "2"));

    assertThat(config.queries())
        .flatExtracting(QueryDefinition::parameters)
        .extracting(QueryParameter::name, QueryParameter::defaultValue)
        .containsExactly(
            tuple("status", Optional.empty()), tuple("since", Optional.of("2024-01-01")));
    assertThat(config.access().roles())
        .extracting(role -> role.restraints().contains(Restraint.APPROVED_QUERIES_ONLY))
        .containsExactly(false, true);
  }

  @Test
  void theIssuerIsRead(@TempDir Path folder) throws IOException {
    Config config = read(folder, "docs/guides/callers.md", "issuers:", Map.of());

    assertThat(config.issuers().getFirst().rolesOf()).containsEntry("data-admins", Set.of("admin"));
    assertThat(config.server().publicUrl()).isPresent();
    Config agents = read(folder, "docs/guides/mcp.md", "issuers:", Map.of());
    assertThat(agents.issuers().getFirst().roles()).containsExactly("viewer");
  }

  @Test
  void theModelsAreRead(@TempDir Path folder) throws IOException {
    SqliteFile.create(folder.resolve("shop.sqlite"), List.of("CREATE TABLE orders (id INTEGER)"));
    Config config =
        read(folder, "docs/guides/models.md", "models:", Map.of("ANTHROPIC_API_KEY", KEY));

    assertThat(config.models())
        .extracting(ModelSettings::name, model -> model.sharing().of("shop"))
        .containsExactly(tuple("claude", Share.VALUES), tuple("local", Share.SCHEMA));
    assertThat(config.asking().model()).contains("claude");
  }

  /** What the first snippet of a guide says that has those words in it. */
  private static Config read(
      Path folder, String guide, String words, Map<String, String> environment) throws IOException {
    String snippet =
        YAML.matcher(Files.readString(Path.of("../" + guide)))
            .results()
            .map(found -> found.group(1))
            .filter(text -> text.contains(words))
            .findFirst()
            .orElseThrow();
    Path file = Files.writeString(folder.resolve("alidade.yaml"), snippet);
    return new ConfigReader(Registry.engines(), new Environment(environment)).read(file);
  }
}
