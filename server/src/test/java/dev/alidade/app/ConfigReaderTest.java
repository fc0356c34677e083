package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.model.ApiKey;
import dev.alidade.ask.model.ModelSettings;
import dev.alidade.ask.model.Provider;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.delivery.ExportPlace;
import dev.alidade.delivery.storage.ExportStorage;
import dev.alidade.delivery.storage.StorageKey;
import dev.alidade.delivery.storage.StorageSettings;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.policy.Limit;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.TablePolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @TempDir Path folder;

  private final Environment environment =
      new Environment(Map.of("CRM_PASSWORD", "hunter2", "PORT", "9001"));

  @Test
  void readsHowLongTheAuditIsKept() throws IOException {
    assertThat(read("audit: { keep: 365d, sync: second }\n").audit())
        .isEqualTo(new AuditSettings(Optional.of(Duration.ofDays(365)), AuditSettings.Sync.SECOND));
    assertThat(read("server: { port: 1 }\n").audit()).isEqualTo(AuditSettings.USUAL);
    assertThatThrownBy(() -> read("audit: { keep: a year, sync: fast, where: here }\n"))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("365d")
        .hasMessageContaining("never, second, always")
        .hasMessageContaining("`audit.where` is not a setting");
  }

  @Test
  void readsWhatSourcesMean() throws IOException {
    Files.writeString(
        folder.resolve("one.yaml"),
        "semantic_model: [{ name: one, datasets: [{ name: orders, source: orders }] }]\n");
    Files.writeString(
        folder.resolve("two.yaml"),
        "semantic_model:\n  - name: two\n    datasets:\n      - source: orders\n");
    String sources = "sources: [{ name: one, engine: duckdb, files: one.csv }]\n";

    assertThat(read(sources + "semantic: { one: one.yaml }\n").meanings().get("one").model().name())
        .isEqualTo("one");
    assertThatThrownBy(() -> read(sources + "semantic:\n  one: two.yaml\n  onne: one.yaml\n"))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("`semantic.one` cannot be used: two.yaml has an error")
        .hasMessageContaining("two.yaml:4:9: a dataset needs `name: ...`")
        .hasMessageContaining("`semantic.onne` is not a setting; did you mean `one`?");
    assertThatThrownBy(() -> read(sources + "semantic: { one: three.yaml }\n"))
        .hasMessageContaining("names the file three.yaml, which cannot be read");
  }

  @Test
  void namesAllThatIsWrongWithQueries() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    sources: [{ name: one, engine: duckdb, files: one.csv }]
                    queries:
                      - { name: Bad, source: one, sql: SELECT 1 }
                      - { name: a, source: two, sql: SELECT 1, title: T }
                      - { name: b, source: one }
                      - { name: c, source: one, sql: SELECT 1, parameters: [{ name: x }] }
                      - { name: d, source: one, sql: SELECT $x, parameters: [{ name: x, type: money }] }
                      - { name: e, source: one, sql: SELECT $x, parameters: [{ name: x, type: date, default: soon }] }
                      - { name: f, source: one, sql: SELECT 1 }
                      - { name: f, source: one, sql: SELECT 2 }
                    """))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining(".yaml:3: `queries[1]` cannot be a query: the `name` must be snake")
        .hasMessageContaining(".yaml:4: `queries[2].source` is `two`, which is not known")
        .hasMessageContaining(".yaml:5: `queries[3]` needs `sql: ...`")
        .hasMessageContaining(".yaml:6: `queries[4]` cannot be a query: the SQL has no $x")
        .hasMessageContaining(".yaml:7: `queries[5].parameters[1]` cannot be a parameter")
        .hasMessageContaining(".yaml:8: `queries[6].parameters[1]` cannot be a parameter")
        .hasMessageContaining(".yaml:10: `queries[8].name` is `f`, as another query is");
  }

  @Test
  void readsEverySection() throws IOException {
    Config config =
        read(
            """
            server: { host: 0.0.0.0, port: "${PORT}" }
            sources:
              - { name: crm, engine: postgres, url: "jdbc:x", password: "a${CRM_PASSWORD}b", pool: 4, readonly: true }
              - name: files
                engine: duckdb
                files: ["data/*.csv", /abs/olute.parquet]
              - { name: one, engine: duckdb, files: ../one.csv }
            models:
              - { name: claude, provider: anthropic, model: m, api-key: "${CRM_PASSWORD}" }
              - { name: local, provider: openai, base-url: "http://localhost:11434/v1", model: n }
            """);

    assertThat(config.server()).isEqualTo(new Config.Server("0.0.0.0", 9001, Optional.empty()));
    assertThat(config.sources())
        .containsExactly(
            new SourceDefinition(
                "crm",
                "postgres",
                Map.of("url", "jdbc:x", "password", "ahunter2b", "pool", 4, "readonly", true)),
            new SourceDefinition(
                "files",
                "duckdb",
                Map.of("files", List.of(folder + "/data/*.csv", "/abs/olute.parquet"))),
            new SourceDefinition(
                "one", "duckdb", Map.of("files", List.of(folder.getParent() + "/one.csv"))));
    assertThat(config.models())
        .containsExactly(
            ModelSettings.of(
                "claude",
                Provider.ANTHROPIC,
                "m",
                Provider.ANTHROPIC.address(),
                Optional.of(new ApiKey("hunter2"))),
            ModelSettings.of(
                "local",
                Provider.OPENAI,
                "n",
                URI.create("http://localhost:11434/v1"),
                Optional.empty()));
  }

  @Test
  void emptyFileIsTheDefault() throws IOException {
    assertThat(read("# nothing\n")).isEqualTo(Config.EMPTY);
  }

  @Test
  void saysEveryErrorAtOnceWithLineAndRemedy() throws IOException {
    Path file =
        write(
            """
            server: { prot: 1, port: 70000 }
            sources:
              - { name: crm, engine: postgress }
              - { name: crm2, engine: postgres, pool: many, paswsord: x, readonly: perhaps }
              - { name: "a b", engine: duckdb, files: [] }
              - { engine: duckdb }
              - { name: same, engine: postgres, url: u }
              - { name: same, engine: postgres, url: u }
              - just text
              - { name: late, engine: postgres, url: "${NOT_SET}" }
            model: []
            """);

    assertThatThrownBy(() -> reader().read(file))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessage(
            """
            FILE has 14 errors:
              FILE:1: `server.prot` is not a setting; did you mean `port`? Write one of: host, port, public-url
              FILE:1: `server.port` must be a whole number from 0 to 65535
              FILE:3: `sources[1].engine` is `postgress`, which is not known; did you mean `postgres`? Write one of: postgres, duckdb
              FILE:4: `source crm2.paswsord` is not a setting; did you mean `password`? Write one of: name, engine, url, password, pool, readonly
              FILE:4: `source crm2` needs `url: ...` (where)
              FILE:4: `source crm2.pool` must be a whole number from 0 to 2147483647
              FILE:4: `source crm2.readonly` must be true or false
              FILE:5: `sources[3].name` must be a letter, then letters, digits, `_` or `-`, 63 characters at most
              FILE:6: `sources[4]` needs `name: ...`
              FILE:6: `sources[4]` needs `files: ...` (data files)
              FILE:8: `sources[6].name` is `same`, as another source is; rename one
              FILE:9: `sources[7]` must be a mapping such as { name: value }, not a single value
              FILE:10: `source late.url` needs the environment variable NOT_SET, which is not set; set it, or NOT_SET_@ to a file that holds it
              FILE:11: `model` is not a section; did you mean `models`? Write one of: server, sources, models, callers, issuers, roles, policies, queries, semantic, audit, exports, uploads, ask, mcp, cache"""
                .replace("FILE", file.toString())
                .replace("@", "FILE"));
  }

  @Test
  void foldersOfExportsNameRolesThatThereAre() throws IOException {
    String text =
        """
        sources: [{ name: crm, engine: duckdb, files: [x.csv] }]
        %s
        exports: { folders: [{ name: reports, path: %s, roles: %s }] }
        """;
    String defined = "roles: [{ name: analyst, sources: [crm], operations: [ask] }]";
    ExportPlace reports =
        read(text.formatted(defined, folder, "[analyst]")).exportPlaces().getFirst();
    assertThat(reports.roles()).contains(Set.of("analyst"));
    for (String wrong :
        List.of(
            text.formatted(defined, folder, "[analysts]"),
            text.formatted(defined, folder, "[]"),
            text.formatted(defined, folder, "analyst"),
            text.formatted("", folder, "[analyst]"))) {
      assertThatThrownBy(() -> read(wrong))
          .isInstanceOf(AlidadeException.class)
          .hasMessageContaining("`exports.folders[1].roles");
    }
  }

  @Test
  void storageOfExportsIsRead() throws IOException {
    String text =
        """
        roles: [{ name: analyst, operations: [ask] }]
        exports:
          folders: [{ name: reports, path: %s }]
          storage:
            - { name: lake, bucket: acme-exports, region: eu-central-1, access-key: AKIA, secret-key: "${CRM_PASSWORD}", roles: [analyst] }
            - { name: attic, bucket: attic, prefix: team/exports, endpoint: "http://minio:9000/", access-key: a, secret-key: b }
        """
            .formatted(folder);
    List<ExportPlace> places = read(text).exportPlaces();
    StorageKey key = new StorageKey("AKIA", "hunter2");
    assertThat(places.stream().skip(1).map(ExportStorage.class::cast).map(ExportStorage::settings))
        .containsExactly(
            new StorageSettings(
                "lake",
                "acme-exports",
                "",
                Optional.empty(),
                "eu-central-1",
                false,
                key,
                Optional.of(Set.of("analyst"))),
            new StorageSettings(
                "attic",
                "attic",
                "team/exports/",
                Optional.of(URI.create("http://minio:9000")),
                "us-east-1",
                true,
                new StorageKey("a", "b"),
                Optional.empty()));
  }

  @Test
  void everyErrorInStorageOfExportsIsSaidAndNoSecret() throws IOException {
    String text =
        """
        exports:
          folders: [{ name: reports, path: %s }]
          storage:
            - { name: reports, bucket: b.b, region: r, access-key: topsecret, secret-key: b }
            - { name: lake, bucket: UPPER, prefix: ../x, endpoint: "https://u:topsecret@host", region: "a b", path-style: 1, access-key: "top secret", secret-key: "" }
            - { name: pond, bucket: pond, access-key: a, secret-key: b }
            - { bucket: pool, endpoint: ftp://host, access-keys: a }
        """
            .formatted(folder);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("`exports.storage[1].name` is the name of another folder or storage")
        .hasMessageContaining("`exports.storage[2].bucket` must be small letters")
        .hasMessageContaining("`exports.storage[2].prefix` must be names with /")
        .hasMessageContaining("`exports.storage[2].endpoint` must be an address such as")
        .hasMessageContaining("`exports.storage[2].region` must be the name of a region")
        .hasMessageContaining("`exports.storage[2].path-style` must be true or false")
        .hasMessageContaining("`exports.storage[2].access-key` must be one word")
        .hasMessageContaining("`exports.storage[2].secret-key` must be one word")
        .hasMessageContaining("`exports.storage[3]` needs `region: ...`, or `endpoint: ...`")
        .hasMessageContaining("`exports.storage[4]` needs `name: ...`")
        .hasMessageContaining("`exports.storage[4]` needs `access-key: ...`")
        .hasMessageContaining("`exports.storage[4].access-keys` is not a setting")
        .hasMessageContaining("`exports.storage[4].endpoint` must be an address such as")
        .satisfies(
            failure -> assertThat(failure.getMessage()).doesNotContain("topsecret", "top secret"));
  }

  @Test
  void readsRolesAndPolicies() throws IOException {
    AccessConfig access =
        read("""
                sources: [{ name: crm, engine: duckdb, files: [x.csv] }]
                roles:
                  - { name: analyst, sources: [crm], tables: [main.customers], operations: [ask],
                      columns: { customers: [id, name] }, deny: { tables: payroll } }
                  - { name: boss, rights: [read, administer] }
                policies:
                  - source: crm
                    table: customers
                    roles: [analyst]
                    rows: "region = {caller.region}"
                    masks: { email: redact, phone: { partial: last-4 }, ssn: hash, born: year,
                      salary: { round: 1000 }, note: null }
                """)
            .access();

    assertThat(access.roleNames()).containsExactly("analyst", "boss", "admin");
    assertThat(access.roles().getFirst().deny().tables()).containsExactly("payroll");
    assertThat(access.roles().get(1).rights())
        .containsExactlyInAnyOrder(Right.READ, Right.ADMINISTER);
    TablePolicy policy = access.policies().getFirst();
    assertThat(policy.name()).isEqualTo("crm.customers");
    assertThat(policy.masks())
        .containsEntry("phone", new Mask.Partial(4))
        .containsEntry("salary", new Mask.Round(1000))
        .containsEntry("note", new Mask.Null());
  }

  @Test
  void readsLimitsOfRolesAndCallers() throws IOException {
    AccessConfig access =
        read("""
                roles: [{ name: analyst, limits: { requests-per-minute: 60, rows: 5000000000 } }]
                callers:
                  - { name: wendy, roles: [analyst], api-key: 0123456789, limits: { rows: 10, cost: 7 } }
                """)
            .access();
    Caller wendy = new Caller("wendy", Set.of("analyst"), Map.of());

    assertThat(access.rules(() -> "").of(wendy).limits().byKind().values())
        .containsExactly(
            new Limit(LimitKind.REQUESTS_PER_MINUTE, 60, "role `analyst`"),
            new Limit(LimitKind.ROWS, 10, "caller `wendy`"),
            new Limit(LimitKind.COST, 7, "caller `wendy`"));
  }

  @Test
  void checksRolesAndPolicies() throws IOException {
    Path file =
        write(
            """
            roles:
              - { name: admin }
              - { name: a, rights: [raed], sources: [nowhere] }
              - { name: d, limits: { row: 1, rows: 0 } }
            policies:
              - { source: nowhere, table: t, roles: [b] }
              - { source: nowhere, table: t, masks: { x: blur, y: { partial: 4 } } }
            callers:
              - { name: wendy, roles: [c], api-key: 0123456789 }
            """);

    assertThatThrownBy(() -> reader().read(file))
        .hasMessageContaining(":2: `roles[1].name` is the role that may do everything")
        .hasMessageContaining(":4: `roles[3].limits.row` is not a setting; did you mean `rows`?")
        .hasMessageContaining(":4: `roles[3].limits.rows` must be a whole number from 1 to")
        .hasMessageContaining(":3: `roles[2].rights[1]` is `raed`, which is not known")
        .hasMessageContaining(":3: `roles[2].sources[1]` is `nowhere`, which is not known")
        .hasMessageContaining(":6: `policies[1].roles[1]` is `b`, which is not known")
        .hasMessageContaining(":6: `policies[1]` changes nothing")
        .hasMessageContaining(":7: `policies[2].masks.x` is `blur`, which is not known")
        .hasMessageContaining(":7: `policies[2].masks.y.partial` must be last-1 to last-20")
        .hasMessageContaining(":9: `caller wendy.roles[1]` is `c`, which is not known");
  }

  @Test
  void aKeyThatStandsTwiceIsAnError() throws IOException {
    Path file = write("server: { port: 1, port: 2 }\n");

    assertThatThrownBy(() -> reader().read(file)).hasMessageContaining("stands here twice");
  }

  @Test
  void whatIsNotYamlNamesItsLine() throws IOException {
    Path file = write("server:\n  port: [1\nsources: x\n");

    assertThatThrownBy(() -> reader().read(file))
        .hasMessageContaining("has an error:")
        .hasMessageContaining(":3: this is not YAML");
  }

  @Test
  void binaryAndMissingFilesAreNamed() throws IOException {
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xC3, 0x28, 0, 1});
    Path missing = folder.resolve("missing.yaml");

    assertThatThrownBy(() -> reader().read(binary)).hasMessageContaining("is not UTF-8 text");
    assertThatThrownBy(() -> reader().read(folder)).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> reader().read(missing))
        .hasMessageContaining("no configuration file " + missing + "; name one with --config");
  }

  @Test
  void aliasesThatExplodeAreRefused() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int level = 1; level < 60; level++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
    }
    Path file = write(bomb.toString());

    assertThatThrownBy(() -> reader().read(file)).isInstanceOf(AlidadeException.class);
  }

  @Test
  void secretsStandInNoTextOfTheConfiguration() throws IOException {
    Config config =
        read(
            """
            sources: [{ name: crm, engine: postgres, url: u, password: "${CRM_PASSWORD}" }]
            models: [{ name: c, provider: openai, model: m, api-key: "${CRM_PASSWORD}" }]
            """);

    assertThat(config.toString()).contains("crm").doesNotContain("hunter2");
  }

  @Test
  void wrongValueFromAVariableIsNotShown() throws IOException {
    Path file = write("server: { port: \"${CRM_PASSWORD}\" }\n");

    assertThatThrownBy(() -> reader().read(file))
        .hasMessageContaining("must be a whole number")
        .hasMessageNotContaining("hunter2");
  }

  private Config read(String text) throws IOException {
    return reader().read(write(text));
  }

  private ConfigReader reader() {
    return new ConfigReader(
        List.of(
            new DeclaredEngine(
                "postgres",
                List.of(
                    new Setting("url", Setting.Kind.TEXT, true, false, "where"),
                    new Setting("password", Setting.Kind.TEXT, false, true, "password"),
                    new Setting("pool", Setting.Kind.NUMBER, false, false, "connections"),
                    new Setting("readonly", Setting.Kind.FLAG, false, false, "read only"))),
            new DeclaredEngine(
                "duckdb",
                List.of(new Setting("files", Setting.Kind.PATHS, true, false, "data files")))),
        environment);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("alidade.yaml"), text);
  }

  private record DeclaredEngine(String engine, List<Setting> settings) implements EngineFactory {
    @Override
    public Engine open(SourceDefinition definition) {
      throw new AssertionError("the configuration is read without opening " + definition.name());
    }
  }
}
