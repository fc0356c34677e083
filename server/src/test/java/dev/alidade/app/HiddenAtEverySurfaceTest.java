package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.operation.Json;
import dev.alidade.redteam.Arena;
import dev.alidade.redteam.random.RandomCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole product tells a caller the same of two databases that differ in nothing but what it may
 * not see, and no hidden value: in results by page and in every format, plans, checks, errors,
 * jobs, the catalog, its search, resources, suggestions and answers.
 */
class HiddenAtEverySurfaceTest {
  private static final long SEED = Long.getLong("alidade.random.seed", 1);
  private static final String SOURCE = "governed";
  private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
  private static final Pattern JOB = Pattern.compile("\"job\":\"([^\"]+)\"");
  private static final int ROWS_A_PAGE = 25;
  private static final int PAGES = 40;

  /** Questions with a place for a value: a hidden one, and one that may be seen. */
  private static final List<String> QUESTIONS =
      List.of(
          "How many customers are named %s?",
          "Show the email of %s",
          "What is the salary of the customer %s?",
          "orders of %s",
          "Which customers are in the region %s?",
          "%s");

  @TempDir private Path folder;
  private final SoftAssertions judged = new SoftAssertions();

  @ParameterizedTest
  @CsvSource({"duckdb, 40", "sqlite, 60", "postgres, 15"})
  void nothingHiddenIsTold(String engine, int queries) {
    compare(engine, queries, new AccessConfig(List.of(Arena.role()), Arena.policies(), Map.of()));
    judged.assertAll();
  }

  @Test
  void whatRulesForgetIsNoticed() {
    compare("sqlite", 5, new AccessConfig(List.of(Arena.role()), List.of(), Map.of()));
    assertThat(judged.errorsCollected()).hasSizeGreaterThan(5);
  }

  /** All that was learned and kept while everybody might do everything is of no use any more. */
  @ParameterizedTest
  @CsvSource({"duckdb, 8", "sqlite, 10", "postgres, 4"})
  void nothingHiddenIsToldOnceRulesAreNarrower(String engine, int queries) {
    AccessConfig access = new AccessConfig(List.of(Arena.role()), Arena.policies(), Map.of());
    compare(
        engine,
        queries,
        AccessConfig.NONE,
        access,
        (ours, twin) -> {
          for (String operation : List.of("describe_source", "suggest_questions")) {
            assertThat(ours.told(operation, Map.of("source", SOURCE))).contains("salary");
          }
          ours.told("search_catalog", Map.of("query", "payroll"));
          narrow(ours, twin);
        });
    judged.assertAll();
  }

  /** Says through operations what the other one's configuration says. */
  private static void narrow(Surface ours, Surface twin) {
    JsonNode nothing = Json.mapper().createObjectNode();
    for (JsonNode role : twin.administer("list_roles", nothing).get("roles")) {
      ObjectNode input = role.get("role").deepCopy();
      assertThat(ours.administer("save_role", input.put("confirm", true)).has("role")).isTrue();
    }
    for (JsonNode policy : twin.administer("list_policies", nothing).get("policies")) {
      assertThat(ours.administer("save_policy", policy.get("policy")).has("policy")).isTrue();
    }
  }

  private void compare(String engine, int queries, AccessConfig access) {
    compare(engine, queries, access, access, (ours, twin) -> {});
  }

  private void compare(
      String engine,
      int queries,
      AccessConfig ofOurs,
      AccessConfig ofTwin,
      BiConsumer<Surface, Surface> before) {
    try (Arena arena = Arena.open(engine, folder.resolve("data"))) {
      List<SourceDefinition> sources = arena.sources();
      try (Surface ours = surface(sources.getFirst(), ofOurs, "ours");
          Surface twin = surface(sources.getLast(), ofTwin, "twin")) {
        before.accept(ours, twin);
        List<String> statements =
            new RandomCorpus(arena).statements(new Random(SEED)).limit(queries).toList();
        Pair pair = new Pair(arena, ours, twin);
        pair.catalog();
        for (int index = 0; index < statements.size(); index++) {
          pair.statement(statements.get(index), index % 10 == 0);
        }
      }
    }
  }

  /** Both hash with one key, so that they say the same. */
  private Surface surface(SourceDefinition source, AccessConfig access, String name) {
    Path state = folder.resolve(name);
    try {
      Files.writeString(Files.createDirectories(state).resolve("mask.key"), "0123456789abcdef");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Surface(source, access, Arena.caller(), state);
  }

  /** Two products that must say the same. */
  private final class Pair {
    private final Arena arena;
    private final Surface ours;
    private final Surface twin;

    Pair(Arena arena, Surface ours, Surface twin) {
      this.arena = arena;
      this.ours = ours;
      this.twin = twin;
    }

    /** All that is told without a statement. */
    void catalog() {
      String described = same("describe_source", Map.of("source", SOURCE));
      judged.assertThat(described).contains("customers", "tea").doesNotContain("payroll", "remark");
      // A source that was described says when it was read.
      same("list_sources", Map.of());
      String suggested = same("suggest_questions", Map.of("source", SOURCE));
      judged.assertThat(suggested).contains("?");
      same("explain_access", Map.of("source", SOURCE));
      for (String table : List.of("customers", "orders", "payroll")) {
        same("find_insights", Map.of("source", SOURCE, "table", table));
        same("profile_table", Map.of("source", SOURCE, "table", table));
      }
      judge("resources", "", ours.resources(), twin.resources());
      String told = ours.mcp(SOURCE);
      judged.assertThat(told).contains("customers", "tea").doesNotContain("payroll", "remark");
      judge("mcp", "", told, twin.mcp(SOURCE));
      List<String> words =
          List.of(arena.hiddenText(), arena.hiddenNumber(), "tea", "payroll", "east", "***");
      for (String word : words) {
        same("search_catalog", Map.of("query", word));
        for (String question : QUESTIONS) {
          Map<String, Object> asked =
              Map.of("question", question.formatted(word), "source", SOURCE);
          same("ask", asked);
          same("ground_question", asked);
        }
      }
      hidden("open_share", "", shared(ours), shared(twin));
    }

    /**
     * What the caller is shown of questions about hidden rows, asked and shared by who sees all.
     */
    private String shared(Surface surface) {
      String conversation = "";
      for (String question :
          Stream.concat(Stream.of("%s customers"), QUESTIONS.stream()).toList()) {
        for (String word : List.of("How many", arena.hiddenText(), arena.hiddenNumber())) {
          ObjectNode asked = Json.mapper().createObjectNode().put("source", SOURCE);
          asked.put("question", question.formatted(word));
          if (!conversation.isEmpty()) {
            asked.put("conversation", conversation);
          }
          JsonNode answer = surface.administer("ask", asked);
          conversation = answer.path("conversation").asText(conversation);
        }
      }
      ObjectNode named = Json.mapper().createObjectNode().put("conversation", conversation);
      String token = surface.administer("share_conversation", named).path("token").asText();
      String told = surface.told("open_share", Map.of("token", token));
      judged.assertThat(told).contains("\"answer\"", "PERMISSION_DENIED");
      return told;
    }

    /** All that is told of a statement. */
    void statement(String sql, boolean everywhere) {
      Map<String, Object> input = Map.of("source", SOURCE, "sql", sql);
      same("check_sql", input);
      same("explain_query", input);
      judge("query", sql, pages(ours, sql), pages(twin, sql));
      if (!everywhere) {
        return;
      }
      for (String operation : List.of("explain_sql", "fix_sql", "find_insights", "render_chart")) {
        same(operation, input);
      }
      for (String format : ours.formats("query")) {
        String streamed = ours.streamed("query", format, input);
        String twinStreamed = twin.streamed("query", format, input);
        hidden(format, sql, streamed, twinStreamed);
        // A workbook says when it was written, and packed moments differ in length.
        int slack = format.contains("spreadsheetml") ? 8 : 0;
        judged
            .assertThat(streamed.length())
            .as("%s of %s", format, sql)
            .isCloseTo(twinStreamed.length(), Offset.offset(slack));
      }
      judge("submit_query", sql, sorted(job(ours, input)), sorted(job(twin, input)));
    }

    private String same(String operation, Map<String, Object> input) {
      String told = ours.told(operation, input);
      judge(operation, input.toString(), told, twin.told(operation, input));
      return told;
    }

    private void judge(String what, String asked, String told, String twinTold) {
      judged.assertThat(told).as("%s of %s", what, asked).isEqualTo(twinTold);
      hidden(what, asked, told, twinTold);
    }

    /** What random arithmetic makes of visible values is no hidden value: the twin says it too. */
    private void hidden(String what, String asked, String told, String twinTold) {
      Optional<String> hidden =
          arena
              .hiddenIn(told, asked)
              .filter(value -> !twinTold.toLowerCase(Locale.ROOT).contains(value));
      judged.assertThat(hidden).as("%s of %s", what, asked).isEmpty();
    }
  }

  /** All pages of a result; rows come in no order that a statement did not ask for. */
  private static String pages(Surface surface, String sql) {
    List<String> pages = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Map<String, Object> input =
          cursor
              .<Map<String, Object>>map(
                  next ->
                      Map.of("source", SOURCE, "sql", sql, "limit", ROWS_A_PAGE, "cursor", next))
              .orElseGet(() -> Map.of("source", SOURCE, "sql", sql, "limit", ROWS_A_PAGE));
      String page = surface.call("query", input);
      pages.add(page.replaceAll("\"(cursor|elapsed_ms)\":(\"[^\"]*\"|\\d+)", ""));
      cursor = found(CURSOR, page);
    } while (cursor.isPresent() && pages.size() < PAGES);
    return cursor.isPresent() ? "too much to compare" : sorted(String.join("\n", pages));
  }

  /** A query as a job: its state, its rows, and those as a file. */
  private static String job(Surface surface, Map<String, Object> input) {
    Optional<String> job = found(JOB, surface.call("submit_query", input));
    if (job.isEmpty()) {
      return surface.told("submit_query", input);
    }
    String state = surface.told("job_status", Map.of("job", job.get(), "wait_seconds", 30));
    Map<String, Object> named = Map.of("job", job.get());
    return state
        + "\n"
        + surface.told("job_result", named)
        + "\n"
        + surface.streamed("job_result", "text/csv", named);
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The same rows in another order are the same. */
  private static String sorted(String text) {
    return text.replace("],[", "],\n[").lines().sorted().toList().toString();
  }
}
