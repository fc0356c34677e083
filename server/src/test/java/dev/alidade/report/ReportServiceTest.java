package dev.alidade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.AskInput;
import dev.alidade.ask.AskOutput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.Experience;
import dev.alidade.ask.Planners;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.insight.InsightService;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Meanings;
import dev.alidade.store.Database;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Reports hold what was asked and what its reader may see, and nothing else. */
class ReportServiceTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
  private static final Caller WENDY = new Caller("wendy", Set.of("chief"), Map.of());
  private static final String HOSTILE = "<script>alert(1)</script> | [x](javascript:y) `z` \"'&";

  @TempDir private Path folder;
  private Sources sources;
  private QueryService queries;
  private AskService asking;
  private ReportService reports;
  private AccessRules rules = rules(Denials.NONE);

  @BeforeEach
  void open() {
    Path file = folder.resolve("crm.sqlite");
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE products (product_id INTEGER PRIMARY KEY, name TEXT, price REAL)");
    statements.add(
        "CREATE TABLE orders (order_id INTEGER PRIMARY KEY, product TEXT, ordered_on DATE)");
    statements.add(
        "INSERT INTO products VALUES (1, '%s', 5), (2, 'Tent', 199.5)"
            .formatted(HOSTILE.replace("'", "''")));
    for (int order = 1; order <= 400; order++) {
      String product = order % 2 == 0 ? HOSTILE.replace("'", "''") : "p" + order % 19;
      statements.add(
          "INSERT INTO orders VALUES (%d, '%s', date('2024-01-01', '+%d days'))"
              .formatted(order, product, (int) (730 * Math.sqrt(order / 400.0))));
    }
    SqliteFile.create(file, statements);
    sources =
        new Sources(
            List.of(new SourceDefinition("crm", "sqlite", Map.of("path", file.toString()))),
            List.of(new SqliteEngineFactory()));
    queries = new QueryService(sources, new Governor(() -> rules), ignored -> {}, CLOCK);
    CatalogService catalog = new CatalogService(sources, queries, CLOCK);
    asking =
        new AskService(
            sources,
            catalog,
            Meanings.UNKNOWN,
            queries,
            () -> new QuestionReader(new BuiltInPlanner(Weights.builtIn(), CLOCK)),
            Planners.ALONE,
            Experience.NONE,
            Database.open(folder.resolve("state")),
            CLOCK);
    reports =
        new ReportService(
            queries,
            asking,
            new InsightService(queries, catalog, Meanings.UNKNOWN, asking, CLOCK),
            CLOCK);
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void aConversationIsWrittenDown() {
    AskOutput first = ask("How many orders are there?", Optional.empty());
    ask("How many orders are there for each product?", Optional.of(first.conversation()));
    ask("What is the blorbs of the frobnitz?", Optional.of(first.conversation()));

    String html = write(Optional.empty(), ReportFormat.HTML);

    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("<h1>How many orders are there?</h1>")
        .contains("Made 2026-01-01 12:00 UTC for wendy, with what they may see.")
        .contains("<p class=\"figure\">400</p>")
        .contains("Source crm, read at 2026-01-01 12:00 UTC.")
        .contains("Inferred from names, keys and values of the source")
        .contains("<h2>How many orders are there for each product?</h2>")
        .contains("<svg ", "An outlier", "Benjamini-Hochberg")
        .contains("All 20 rows that were read.")
        .contains("<h2>What is the blorbs of the frobnitz?</h2>")
        .contains("I do not know what")
        .contains("<h2>Appendix: the SQL</h2>", "<h3>Statement 1</h3>");
  }

  @Test
  void aPageNeedsNothingElseAndRunsNothing() {
    AskOutput first = ask("How many orders are there for each product?", Optional.empty());
    ask("Show the names of all products", Optional.of(first.conversation()));

    String html = write(Optional.of("<b>Title</b>"), ReportFormat.HTML);

    assertThat(html)
        .contains("<title>&lt;b&gt;Title&lt;/b&gt;</title>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("default-src 'none'")
        .doesNotContain("<script", "src=", "href=", "@import", "url(");
  }

  @Test
  void everyPictureIsWellFormed() throws Exception {
    ask("How many orders are there for each product?", Optional.empty());

    Matcher pictures =
        Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
            .matcher(write(Optional.empty(), ReportFormat.HTML));
    int found = 0;
    while (pictures.find()) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(pictures.group())));
      found++;
    }
    assertThat(found).isGreaterThan(1);
  }

  @Test
  void markdownShowsValuesAsTheyAre() {
    AskOutput first = ask("How many orders are there for each product?", Optional.empty());
    ask("How many products are there?", Optional.of(first.conversation()));

    String markdown = write(Optional.empty(), ReportFormat.MARKDOWN);

    assertThat(markdown)
        .startsWith("# How many orders")
        .contains(
            "&lt;script&gt;alert\\(1\\)&lt;/script&gt; \\| \\[x\\]\\(javascript\\:y\\) \\`z\\`")
        .contains("](data:image/svg+xml;base64,")
        .contains("**2**")
        .contains("```sql\nSELECT ")
        .doesNotContain("<script", "](javascript");
  }

  @Test
  void whatMayNoLongerBeSeenIsNotWritten() {
    ask("How many orders are there for each product?", Optional.empty());
    assertThat(write(Optional.empty(), ReportFormat.HTML)).contains("p7");

    rules = rules(new Denials(Set.of(), Set.of(), Set.of(), Set.of("orders.product")));

    assertThat(write(Optional.empty(), ReportFormat.HTML))
        .contains("What you may see has changed since this was answered; ask again.")
        .doesNotContain("p7", "script", "SELECT");
  }

  @Test
  void aTableIsWrittenAbout() {
    WriteReportOutput written =
        reports.write(
            new WriteReportInput(
                Optional.empty(),
                Optional.empty(),
                Optional.of("crm"),
                Optional.of("orders"),
                Optional.empty(),
                Optional.of(ReportFormat.MARKDOWN)),
            Invocation.of(WENDY));

    assertThat(written.title()).isEqualTo("What stands out in orders");
    assertThat(written.document()).contains("### A trend", "### An outlier", "Mann\\-Kendall");
  }

  @Test
  void whatToWriteAboutIsSaid() {
    assertThatThrownBy(() -> write(List.of("x"))).hasMessageContaining("no conversation yet");
    ask("How many orders are there?", Optional.empty());
    assertThatThrownBy(() -> write(List.of("x"))).hasMessageContaining("1 to 30 turns");
  }

  private AskOutput ask(String question, Optional<String> conversation) {
    return asking.ask(
        new AskInput(
            Optional.of(question),
            Optional.of("crm"),
            conversation,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Invocation.of(WENDY));
  }

  private String write(Optional<String> title, ReportFormat format) {
    return reports
        .write(
            new WriteReportInput(
                Optional.of("last"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                title,
                Optional.of(format)),
            Invocation.of(WENDY))
        .document();
  }

  private WriteReportOutput write(List<String> turns) {
    return reports.write(
        new WriteReportInput(
            Optional.of("last"),
            Optional.of(turns),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Invocation.of(WENDY));
  }

  private static AccessRules rules(Denials denials) {
    return new AccessRules(
        List.of(
            new Role(
                "chief",
                Set.of(Right.READ),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                denials)),
        List.of(),
        "");
  }
}
