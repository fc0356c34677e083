package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.duckdb.DuckDbScript;
import dev.alidade.engine.sqlite.SqliteFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are added, changed and removed while the product runs. */
class AddedSourcesTest {
  private static final Caller ADA = RulesHouse.ADA;
  private static final Caller WENDY = RulesHouse.WENDY;
  private static final String ANALYSTS =
      "roles:\n  - { name: analyst }\n  - { name: narrow, sources: [crm] }\n";

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    SqliteFile.create(
        folder.resolve("old.sqlite"),
        List.of("CREATE TABLE items (id INTEGER)", "INSERT INTO items VALUES (1), (2)"));
    SqliteFile.create(
        folder.resolve("newer.sqlite"),
        List.of("CREATE TABLE items (id INTEGER)", "INSERT INTO items VALUES (7)"));
    house = new RulesHouse(folder, ANALYSTS);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAddedSourceIsAskedAtOnceChangedAndRemoved() {
    JsonNode added = add("old", "old.sqlite");
    assertThat(added.get("tables").asInt()).isEqualTo(1);
    assertThat(added.get("first_tables").toString()).isEqualTo("[\"items\"]");
    assertThat(sources(ADA)).containsExactly("crm", "hr", "old");
    assertThat(count("old")).isEqualTo("[[2]]");
    house.call(
        ADA,
        "change_source",
        "{'name': 'old', 'settings': {'path': '%s'}}".formatted(path("newer.sqlite")));
    assertThat(count("old")).isEqualTo("[[1]]");
    house.call(ADA, "remove_source", "{'name': 'old'}");
    assertThat(sources(ADA)).containsExactly("crm", "hr");
    assertThat(house.code(ADA, "query", onItems("old"))).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
    assertThat(folder.resolve("newer.sqlite")).exists();
    add("old", "newer.sqlite");
    assertThat(count("old")).isEqualTo("[[1]]");
  }

  @Test
  void theSampleIsAddedWithWhatItsDataMean() {
    JsonNode added = house.call(ADA, "add_sample", "{}");

    assertThat(added.get("name").asText()).isEqualTo("shop");
    assertThat(added.get("tables").asInt()).isGreaterThan(5);
    assertThat(house.call(ADA, "get_semantic_model", "{'source': 'shop'}").toString())
        .contains("revenue");
    assertThat(house.refusal("add_sample", "{}")).contains("is the name of another source");
    assertThat(house.code(WENDY, "add_sample", "{}")).isEqualTo(ErrorCode.PERMISSION_DENIED);
    house.call(ADA, "remove_source", "{'name': 'shop'}");
    assertThat(sources(ADA)).doesNotContain("shop");
    house.call(ADA, "add_sample", "{}");
    assertThat(sources(ADA)).contains("shop");
  }

  @Test
  void whatDoesNotAnswerIsNotKeptAndAChangeThatFailsChangesNothing() {
    assertThat(
            house.refusal(
                "add_source",
                "{'name': 'gone', 'engine': 'sqlite', 'settings': {'path': '%s'}}"
                    .formatted(path("gone.sqlite"))))
        .contains("no file");
    assertThat(sources(ADA)).doesNotContain("gone");
    add("old", "old.sqlite");
    assertThat(
            house.refusal(
                "change_source",
                "{'name': 'old', 'settings': {'path': '%s'}}".formatted(path("gone.sqlite"))))
        .contains("no file");
    assertThat(count("old")).isEqualTo("[[2]]");
  }

  @Test
  void allThatIsWrongIsSaidTogether() {
    assertThat(
            house.refusal(
                "add_source",
                "{'name': 'crm', 'engine': 'postgres', 'settings': {'hots': 'x', 'tls': 'maybe', 'url': 'postgres://u:secret@h/d', 'password-command': 'id', 'pool': 'many', 'password': '${ANTHROPIC_API_KEY}'}}"))
        .contains("`name` is the name of a source in the configuration")
        .contains("did you mean `host`?")
        .contains("`tls` must be one of")
        .contains("`password-command` may stand in the configuration file only")
        .contains("`pool` must be a whole number")
        .contains("only those whose names begin with ALIDADE_SOURCE_ can be used here")
        .doesNotContain("secret@");
    assertThat(house.refusal("add_source", "{'name': '1 2', 'engine': 'sqlite'}"))
        .contains("`name` must be a letter")
        .contains("`path` is needed");
    assertThat(
            house.refusal(
                "add_source",
                "{'name': 'x', 'engine': 'postgres', 'settings': {'password': '${ALIDADE_SOURCE_NOT_THERE}'}}"))
        .contains("ALIDADE_SOURCE_NOT_THERE, which is not set");
    assertThat(house.refusal("add_source", "{'name': 'x'}")).contains("Give `engine`");
  }

  @Test
  void sourcesOfTheConfigurationAreChangedThere() {
    assertThat(house.refusal("remove_source", "{'name': 'crm'}"))
        .contains("`crm` stands in the configuration");
    assertThat(house.refusal("change_source", "{'name': 'crm'}"))
        .contains("change it there and restart");
    assertThat(house.refusal("remove_source", "{'name': 'crn'}")).contains("There is no source");
    add("old", "old.sqlite");
    assertThat(
            house.refusal(
                "add_source",
                "{'name': 'old', 'engine': 'sqlite', 'settings': {'path': '%s'}}"
                    .formatted(path("old.sqlite"))))
        .contains("`name` is the name of another source");
  }

  @Test
  void alidadesOwnStateIsNoData() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("state"));
    for (String path :
        List.of(
            path("state/alidade.sqlite"),
            path("x/../state/alidade.sqlite"),
            link + "/alidade.sqlite")) {
      assertThat(
              house.refusal(
                  "add_source",
                  "{'name': 'own', 'engine': 'sqlite', 'settings': {'path': '%s'}}"
                      .formatted(path)))
          .contains("`path` reaches into the folder where Alidade keeps its own state");
    }
    for (String files : List.of(folder.toString(), path("*/uploads/*.csv"))) {
      assertThat(
              house.refusal(
                  "add_source",
                  "{'name': 'own', 'engine': 'duckdb', 'settings': {'files': ['%s']}}"
                      .formatted(files)))
          .contains("`files` reaches into");
    }
  }

  @Test
  void onlyRolesThatNameItSeeAnAddedSource() {
    JsonNode added = add("old", "old.sqlite");
    assertThat(added.get("seen_by").asText())
        .isEqualTo("Administrators only, until a role names it (save_role)");
    Caller narrow = new Caller("nora", Set.of("narrow"), Map.of());
    assertThat(sources(WENDY)).containsExactly("crm", "hr");
    assertThat(sources(narrow)).containsExactly("crm");
    assertThat(house.code(WENDY, "query", onItems("old"))).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
    house.call(
        ADA,
        "save_role",
        "{'name': 'clerk', 'sources': ['old'], 'operations': ['query', 'list_sources']}");
    house.call(ADA, "save_role", "{'name': 'reader', 'sources': ['*']}");
    assertThat(sources(new Caller("carl", Set.of("clerk"), Map.of()))).containsExactly("old");
    assertThat(sources(new Caller("rita", Set.of("reader"), Map.of())))
        .containsExactly("crm", "hr", "old");
    assertThat(add("other", "newer.sqlite").get("seen_by").asText())
        .isEqualTo("Administrators, and whoever has one of the roles reader");
    house.restart(ANALYSTS);
    assertThat(sources(WENDY)).containsExactly("crm", "hr");
    assertThat(sources(new Caller("carl", Set.of("clerk"), Map.of()))).containsExactly("old");
  }

  @Test
  void peopleWhoAdministerAddSourcesAndModelsNever() {
    String input =
        "{'name': 'old', 'engine': 'sqlite', 'settings': {'path': '%s'}}"
            .formatted(path("old.sqlite"));
    assertThat(house.code(WENDY, "add_source", input)).isEqualTo(ErrorCode.PERMISSION_DENIED);
    Caller agent = new Caller("ada", Set.of("admin"), Map.of(), "mcp");
    for (String operation : List.of("add_source", "change_source", "remove_source")) {
      assertThat(house.code(agent, operation, input)).isEqualTo(ErrorCode.PERMISSION_DENIED);
    }
  }

  @Test
  void anotherProcessSeesItWithinASecond() throws InterruptedException {
    try (Product another = house.another()) {
      assertThat(RulesHouse.call(another, ADA, "list_sources", "{}").get("sources")).hasSize(2);
      add("old", "old.sqlite");
      Thread.sleep(1_100);
      assertThat(RulesHouse.call(another, ADA, "query", onItems("old")).get("rows").toString())
          .isEqualTo("[[2]]");
    }
  }

  @Test
  void uploadedFilesBecomeTablesOfOneSource() throws IOException {
    String sales = upload("sales.csv", "day,amount\n2025-01-01,5\n2025-01-02,7\n");
    String shops = upload("shops.json", "[{\"id\": 1, \"city\": \"Bern\"}]");
    JsonNode added =
        house.call(
            ADA, "add_source", "{'name': 'mine', 'uploads': ['%s', '%s']}".formatted(sales, shops));
    assertThat(added.get("first_tables").toString()).isEqualTo("[\"sales\",\"shops\"]");
    assertThat(
            house
                .call(ADA, "query", "{'source': 'mine', 'sql': 'SELECT sum(amount) FROM sales'}")
                .get("rows")
                .toString())
        .isEqualTo("[[12]]");
    String more = upload("returns.csv", "a\n1\n");
    assertThat(
            house
                .call(ADA, "change_source", "{'name': 'mine', 'uploads': ['%s']}".formatted(more))
                .get("tables")
                .asInt())
        .isEqualTo(3);
    house.restart(ANALYSTS);
    assertThat(
            house
                .call(ADA, "query", "{'source': 'mine', 'sql': 'SELECT count(*) FROM returns'}")
                .get("rows")
                .toString())
        .isEqualTo("[[1]]");
    assertThat(house.call(ADA, "remove_source", "{'name': 'mine'}").get("files_deleted").asInt())
        .isEqualTo(3);
    try (var left = Files.list(folder.resolve("state/uploads"))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("up_"))).isEmpty();
    }
  }

  @Test
  void uploadedDatabasesAreSourcesByThemselves() throws IOException {
    String sqlite = upload("old.db", Files.readAllBytes(folder.resolve("old.sqlite")));
    String csv = upload("a.csv", "a\n1\n");
    assertThat(
            house.refusal(
                "add_source", "{'name': 'x', 'uploads': ['%s', '%s']}".formatted(sqlite, csv)))
        .contains("old.db is a database, which is a source by itself");
    house.call(ADA, "add_source", "{'name': 'x', 'uploads': ['%s']}".formatted(sqlite));
    assertThat(count("x")).isEqualTo("[[2]]");
  }

  @Test
  void aViewInAnUploadedDatabaseReachesNoFileOfTheServer() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    Path file = folder.resolve("trap.duckdb");
    DuckDbScript.create(
        file, "CREATE VIEW items AS SELECT * FROM read_csv('%s')".formatted(secret));
    String trap = upload("trap.duckdb", Files.readAllBytes(file));
    house.call(ADA, "add_source", "{'name': 'trap', 'uploads': ['%s']}".formatted(trap));
    assertThat(house.refusal("query", onItems("trap"))).doesNotContain("[[1]]");
  }

  @Test
  void aFileThatCannotBeLoadedIsNamedWithoutItsFolderAndIsNotLost() {
    String odd = upload("odd.csv", "a,b\n1,2\n1,2,3,4\n");
    String refusal =
        house.refusal("add_source", "{'name': 'odd', 'uploads': ['%s']}".formatted(odd));
    assertThat(refusal).contains("`odd.csv` line 3 has 4 columns where the first line has 2");
    assertThat(refusal).doesNotContain(folder.toString());
    String latin = upload("latin.csv", "name\nZ\u00fcrich\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(house.refusal("add_source", "{'name': 'l', 'uploads': ['%s']}".formatted(latin)))
        .contains("`latin.csv`")
        .contains("is not UTF-8 text");
    assertThat(house.refusal("add_source", "{'name': 'odd', 'uploads': ['%s']}".formatted(odd)))
        .contains("odd.csv");
  }

  private JsonNode add(String name, String file) {
    return house.call(
        ADA,
        "add_source",
        "{'name': '%s', 'engine': 'sqlite', 'settings': {'path': '%s'}}"
            .formatted(name, path(file)));
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private String upload(String name, String content) {
    return upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private String upload(String name, byte[] content) {
    Record output =
        house
            .product()
            .uploads()
            .receive(ADA, name, content.length, new ByteArrayInputStream(content));
    return dev.alidade.operation.Json.mapper().valueToTree(output).get("upload").asText();
  }

  private String count(String source) {
    return house.call(ADA, "query", onItems(source)).get("rows").toString();
  }

  private static String onItems(String source) {
    return "{'source': '%s', 'sql': 'SELECT count(*) FROM items'}".formatted(source);
  }

  private List<String> sources(Caller caller) {
    return house.call(caller, "list_sources", "{}").get("sources").findValuesAsText("name");
  }
}
