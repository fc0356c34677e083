package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.edge.mcp.Offer;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved queries as tools of their own: what they look like, who has them, what they give. */
class QueryToolsTest {
  private static final String WENDY = "the-key-of-wendy";
  private static final String ADA = "the-key-of-ada-b";
  private static final String BOT = "the-key-of-the-bot";
  private static final String PACKER = "the-key-of-packer";
  private static final String GUEST = "the-key-of-guest";
  private static final String CONFIGURATION =
      """
      sources:
        - { name: shop, engine: sqlite, path: shop.sqlite }
      roles:
        - { name: chief, rights: [read, define] }
        - { name: agent, queries: approved, limits: { requests-per-minute: 60000 } }
        - { name: packer, deny: { tables: [main.payroll] } }
        - { name: guest, operations: [query, list_sources] }
      callers:
        - { name: wendy, roles: [chief], attributes: { region: west }, api-key: the-key-of-wendy }
        - { name: ada, roles: [chief], attributes: { region: east }, api-key: the-key-of-ada-b }
        - { name: bot, roles: [agent], attributes: { region: west }, api-key: the-key-of-the-bot }
        - { name: packer, roles: [packer], attributes: { region: west }, api-key: the-key-of-packer }
        - { name: guest, roles: [guest], attributes: { region: west }, api-key: the-key-of-guest }
      policies:
        - { source: shop, table: orders, roles: [chief, agent, packer], rows: "region = {caller.region}" }
      queries:
        - name: orders_of_status
          title: Orders of a status
          description: "Orders in one status. Use it for workload; not for revenue: see finance."
          source: shop
          sql: SELECT id, total FROM orders WHERE status = $status AND placed >= $since AND total >= $least AND (shipped = $shipped OR $shipped IS NULL) ORDER BY id
          tool: true
          parameters:
            - { name: status, description: "Where it is: with us, or not", values: [open, sent] }
            - { name: since, type: date, description: First day, default: 2024-01-01 }
            - { name: least, type: integer, default: 0, minimum: 0, maximum: 1000000 }
            - { name: shipped, type: time, description: Time of day, required: false }
        - { name: wages, description: What people earn, source: shop, sql: SELECT sum(wage) FROM payroll, tool: true }
        - { name: plain, source: shop, sql: SELECT 1 }
      mcp:
        toolsets:
          - { roles: [packer], tools: [orders_of_status, ask, wages] }
          - { roles: [agent], tools: [query, queries] }
      """;

  @TempDir static Path folder;
  private static McpHouse house;

  @BeforeAll
  static void open() throws Exception {
    SqliteFile.create(
        folder.resolve("shop.sqlite"),
        List.of(
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, placed TEXT, shipped TEXT, region TEXT, total INTEGER)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                + " INSERT INTO orders SELECT i, CASE i % 3 WHEN 0 THEN 'sent' ELSE 'open' END,"
                + " '2024-02-01', '10:00:00', CASE i % 2 WHEN 0 THEN 'west' ELSE 'east' END, i FROM n",
            "CREATE TABLE payroll (wage INTEGER)",
            "INSERT INTO payroll VALUES (3), (4)"));
    house = new McpHouse(folder, CONFIGURATION);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static List<String> listed(String key) throws Exception {
    return names(house.rpc(key, "tools/list", "{}").at("/result/tools"));
  }

  private static List<String> names(JsonNode tools) {
    List<String> names = new ArrayList<>();
    tools.forEach(tool -> names.add(tool.path("name").asText()));
    return names;
  }

  private static JsonNode named(String name, JsonNode tools) {
    for (JsonNode tool : tools) {
      if (tool.path("name").asText().equals(name)) {
        return tool;
      }
    }
    throw new AssertionError(name + " is not in " + names(tools));
  }

  private static JsonNode call(String key, String tool, String arguments) throws Exception {
    return house.rpc(key, "tools/call", params(tool, arguments));
  }

  private static String params(String tool, String arguments) {
    return "{`name`:`%s`,`arguments`:%s}".formatted(tool, arguments);
  }

  private static String text(JsonNode response) {
    return response.at("/result/content/0/text").asText();
  }

  @Test
  void isATypedTool() throws Exception {
    JsonNode tool =
        named("orders_of_status", house.rpc(WENDY, "tools/list", "{}").at("/result/tools"));

    assertThat(tool)
        .isEqualTo(
            McpHouse.json(
                """
                {`name`:`orders_of_status`,`title`:`Orders of a status`,
                 `description`:`Orders in one status. Use it for workload; not for revenue: see finance.`,
                 `inputSchema`:{`type`:`object`,`properties`:{
                   `status`:{`type`:`string`,`description`:`Where it is: with us, or not`,`enum`:[`open`,`sent`]},
                   `since`:{`type`:`string`,`format`:`date`,`description`:`First day`,`default`:`2024-01-01`},
                   `least`:{`type`:`integer`,`minimum`:0,`maximum`:1000000,`default`:0},
                   `shipped`:{`type`:`string`,`description`:`Time of day; a time such as 10:30:00`},
                   `limit`:{`type`:`integer`,`description`:`Rows a page`},
                   `cursor`:{`type`:`string`,`description`:`Of the page before, with the same values`}},
                  `required`:[`status`],`additionalProperties`:false},
                 `annotations`:{`readOnlyHint`:true,`openWorldHint`:false}}"""));
  }

  @Test
  void isTheSameInEveryEraAndOverStdio() throws Exception {
    JsonNode tool = named("wages", house.rpc(ADA, "tools/list", "{}").at("/result/tools"));
    for (String revision : List.of("2025-11-25", "2025-06-18", "2025-03-26")) {
      assertThat(
              named(
                  "wages", house.inSession(ADA, revision, "tools/list", "{}").at("/result/tools")))
          .isEqualTo(tool);
      assertThat(text(house.inSession(ADA, revision, "tools/call", params("wages", "{}"))))
          .startsWith("sum(wage)\n7\ntruncated: false");
    }
    assertThat(named("wages", house.overStdio(ADA, "tools/list", "{}").at("/result/tools")))
        .isEqualTo(tool);
    assertThat(text(house.overStdio(ADA, "tools/call", params("wages", "{}"))))
        .startsWith("sum(wage)\n7\n");
  }

  @Test
  void givesWhatRunQueryGives() throws Exception {
    String arguments = "{`status`:`sent`,`since`:`2024-01-15`,`least`:590}";
    String own = text(call(WENDY, "orders_of_status", arguments));
    String through =
        text(
            call(
                WENDY,
                "run_query",
                "{`name`:`orders_of_status`,`parameters`:%s}".formatted(arguments)));

    assertThat(own).startsWith("id\ttotal\n594\t594\n600\t600\ntruncated: false\n");
    assertThat(withoutTimes(own)).isEqualTo(withoutTimes(through));
    assertThat(text(call(ADA, "orders_of_status", arguments)))
        .as("the rows of the east")
        .startsWith("id\ttotal\n591\t591\n597\t597\n");
  }

  private static String withoutTimes(String text) {
    return text.replaceAll("elapsed_ms: \\d+", "elapsed_ms: 0");
  }

  @Test
  void givesDataWithTheirSchemaToWhomAsksForThat() throws Exception {
    String structured = ",`dev.alidade/structured`:true";
    JsonNode tools = house.rpc(WENDY, "tools/list", "{}", "{}", structured).at("/result/tools");
    JsonNode all = house.rpc(BOT, "tools/list", "{}", "{}", structured).at("/result/tools");

    assertThat(named("wages", tools).get("outputSchema"))
        .isEqualTo(named("query", tools).get("outputSchema"))
        .isEqualTo(named("wages", all).get("outputSchema"));
    assertThat(
            house
                .rpc(WENDY, "tools/call", params("wages", "{}"), "{}", structured)
                .at("/result/structuredContent/rows")
                .toString())
        .isEqualTo("[[7]]");
    assertThat(
            named(
                    "wages",
                    house
                        .rpc(
                            WENDY,
                            "tools/list",
                            "{}",
                            "{`extensions`:{`io.modelcontextprotocol/ui`:{}}}",
                            "")
                        .at("/result/tools"))
                .at("/_meta/ui/resourceUri")
                .asText())
        .isEqualTo("ui://alidade/table");
  }

  @Test
  void aLongResultGoesOnAndLinksToTheWhole() throws Exception {
    JsonNode first = call(BOT, "orders_of_status", "{`status`:`open`,`limit`:50}");
    assertThat(text(first)).contains("\ntruncated: true\n", "summary_of_50_rows");
    String cursor = text(first).replaceAll("(?s).*\\ncursor: (\\S+)\\n.*", "$1");

    JsonNode next =
        call(
            BOT,
            "orders_of_status",
            "{`status`:`open`,`limit`:50,`cursor`:`%s`}".formatted(cursor));
    assertThat(text(next).lines().skip(1).findFirst()).contains("152\t152");
    String uri = first.at("/result/content/1/uri").asText();
    assertThat(
            house
                .rpc(BOT, "resources/read", "{`uri`:`%s`}".formatted(uri))
                .at("/result/contents/0/text")
                .asText()
                .lines())
        .hasSize(201)
        .contains("598,598");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | needs the parameter `status` (text): Where it is: with us, or not",
        "{'status':'opne'} | The parameter `status` must be one of open, sent; did you mean `open`?",
        "{'status':'open','since':'soon'} | `parameters.since` is no date; write a date such as 2024-01-15",
        "{'status':'open','least':-1} | The parameter `least` must be at least 0",
        "{'status':'open','least':1000001} | The parameter `least` must be at most 1000000",
        "{'status':'open','least':'many'} | `parameters.least` is no integer",
        "{'status':'open','least':[1]} | `parameters.least.value` must be a string or a number",
        "{'status':'open','lesat':1} | has no parameter `lesat`; did you mean `least`?",
        "{'status':'open','limit':'ten'} | the field `limit` must be an integer"
      })
  void saysWhichArgumentIsWrong(String arguments, String said) throws Exception {
    JsonNode response = call(WENDY, "orders_of_status", arguments.replace('\'', '`'));

    assertThat(response.at("/result/isError").asBoolean()).as(response.toString()).isTrue();
    assertThat(text(response)).contains(said);
  }

  @Test
  void aHostileValueIsAValue() throws Exception {
    for (String value : List.of("' OR 1=1 --", "open'; DROP TABLE orders; --", "$least")) {
      assertThat(text(call(WENDY, "orders_of_status", "{`status`:`%s`}".formatted(value))))
          .contains("must be one of open, sent");
    }
    assertThat(text(call(WENDY, "orders_of_status", "{`status`:`sent`,`least`:600}")))
        .startsWith("id\ttotal\n600\t600\n");
  }

  @Test
  void isUnknownToWhoMayNotRunIt() throws Exception {
    assertThat(listed(WENDY)).contains("ask", "orders_of_status", "wages").doesNotContain("plain");
    assertThat(listed(PACKER)).as("no wages").containsExactly("orders_of_status", "ask");
    assertThat(listed(GUEST)).doesNotContain("orders_of_status", "wages");
    assertUnknown(GUEST, "orders_of_status");
    assertUnknown(PACKER, "wages");
    assertUnknown(WENDY, "plain");
  }

  private static void assertUnknown(String key, String tool) throws Exception {
    JsonNode hidden = call(key, tool, "{}").get("error");
    JsonNode unknown = call(key, "zz_" + tool, "{}").get("error");

    assertThat(hidden.get("message").asText()).startsWith("No tool `" + tool + "`");
    assertThat(hidden.toString()).isEqualTo(unknown.toString().replace("zz_" + tool, tool));
  }

  @Test
  void aToolsetNamesItOrAllOfThem() throws Exception {
    assertThat(listed(PACKER)).containsExactly("orders_of_status", "ask");
    assertThat(listed(BOT)).startsWith("query").contains("orders_of_status", "wages");
  }

  @Test
  void theRecordNamesTheQueryAndTheDoor() throws Exception {
    call(BOT, "orders_of_status", "{`status`:`sent`,`least`:599}");

    JsonNode events =
        McpHouse.json(
            Json.text(
                house
                    .product
                    .operations()
                    .call(
                        "search_audit",
                        McpHouse.json("{`caller`:`bot`,`text`:`saved query orders_of_status`}"),
                        Invocation.of(Caller.LOCAL))));
    assertThat(events.at("/events/0/question").asText())
        .isEqualTo("saved query orders_of_status, version 1");
    assertThat(events.at("/events/0/door").asText()).isEqualTo("mcp");
    assertThat(events.at("/events/0/policies")).isNotEmpty();
  }

  @Test
  @Timeout(60)
  void comesAndGoesWithItsApproval() throws Exception {
    String saved =
        "{`name`:`dearest`,`source`:`shop`,`tool`:true,`sql`:`SELECT max(total) AS dearest FROM orders`%s}";
    try (BufferedReader told = house.listening(BOT)) {
      assertThat(nextData(told)).contains("acknowledged");
      JsonNode proposed =
          call(WENDY, "save_query", saved.formatted(",`description`:`The dearest order`"));
      assertThat(text(proposed)).contains("tool: true");
      assertThat(listed(BOT)).doesNotContain("dearest");
      assertThat(listed(WENDY)).as("not even for who proposed it").doesNotContain("dearest");
      assertUnknown(WENDY, "dearest");

      house.rest(ADA, "approve_query", "{`name`:`dearest`,`version`:1}");
      assertThat(nextData(told)).contains("notifications/tools/list_changed");
      assertThat(listed(BOT)).contains("dearest");
      assertThat(text(call(BOT, "dearest", "{}"))).startsWith("dearest\n600\n");

      house.rest(WENDY, "remove_query", "{`name`:`dearest`}");
      assertThat(nextData(told)).contains("notifications/tools/list_changed");
      assertUnknown(BOT, "dearest");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`name`:`total` | the tool `total` needs a `description`",
        "`name`:`query`,`description`:`x` | The tool `query` needs another name",
        "`name`:`call_operation`,`description`:`x` | The tool `call_operation` needs another name",
        "`name`:`No Name`,`description`:`x` | the `name` must be snake_case"
      })
  void aToolThatCouldNotBeOneIsNotSaved(String fields, String said) throws Exception {
    String input =
        "{%s,`source`:`shop`,`tool`:true,`sql`:`SELECT count(*) FROM orders`}".formatted(fields);

    assertThat(house.rest(WENDY, "save_query", input).at("/error/message").asText()).contains(said);
  }

  @Test
  void mayBeCalledAgainAfterARestart() {
    Offer offer =
        Offer.of(
            house.product.operations(), house.product.toolSettings(), house.product.prepared());
    ToolSource tools = offer.tools().getFirst();
    Caller wendy = new Caller("wendy", Set.of("chief"), Map.of("region", "west"), "mcp");
    Caller guest = new Caller("guest", Set.of("guest"), Map.of("region", "west"), "mcp");

    assertThat(tools.isRepeatable("wages", JsonRpc.object(), wendy)).isTrue();
    assertThat(tools.isRepeatable("wages", JsonRpc.object(), guest)).isFalse();
    assertThat(tools.has("wages", wendy)).isTrue();
    assertThat(tools.has("wages", guest)).isFalse();
  }

  private static String nextData(BufferedReader reader) throws Exception {
    String line = reader.readLine();
    while (!line.startsWith("data: {")) {
      line = reader.readLine();
    }
    return line;
  }
}
