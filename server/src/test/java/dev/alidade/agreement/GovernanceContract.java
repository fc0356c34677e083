package dev.alidade.agreement;

import static dev.alidade.agreement.GovernanceStatements.ALLOWED;
import static dev.alidade.agreement.GovernanceStatements.FORBIDDEN;
import static dev.alidade.agreement.GovernedPair.GOVERNED;
import static dev.alidade.agreement.GovernedPair.SECRET;
import static dev.alidade.agreement.GovernedPair.SEEN;
import static dev.alidade.agreement.GovernedPair.WENDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.policy.Mask;
import dev.alidade.query.QueryService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a caller under policies sees, judged by the rows that come out: the same statement on a copy
 * that holds only what the caller may see must give the same rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GovernanceContract {
  private GovernedPair pair;

  /** The engine; files go into {@code directory}. */
  abstract TargetEngine engine(Path directory);

  /** Statements in this engine's own words, judged like the others. */
  List<String> ownStatements() {
    return List.of();
  }

  /** Statements in this engine's own words that must be refused. */
  List<String> ownForbidden() {
    return List.of();
  }

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    pair = new GovernedPair(engine(folder));
  }

  @AfterAll
  void close() {
    pair.close();
  }

  @Test
  void everyStatementShowsWhatACopyOfTheVisibleShows() {
    List<String> all = new ArrayList<>(ALLOWED);
    all.addAll(ownStatements());
    SoftAssertions judged = new SoftAssertions();
    for (String sql : all) {
      judged
          .assertThat(outcome(WENDY, GOVERNED, sql))
          .as(sql)
          .isEqualTo(rows(Caller.LOCAL, SEEN, sql).toString());
    }
    judged.assertAll();
  }

  @Test
  void whatIsHiddenIsRefusedWithoutAWordOfIt() {
    List<String> all = new ArrayList<>(FORBIDDEN);
    all.addAll(ownForbidden());
    for (String sql : all) {
      AlidadeException failure =
          catchThrowableOfType(AlidadeException.class, () -> rows(WENDY, GOVERNED, sql));
      assertThat(failure).as(sql).isNotNull();
      assertThat(failure.getMessage()).as(sql).doesNotContain(SECRET).doesNotContain("east");
    }
  }

  @Test
  void anotherSourceIsUnknown() {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class, () -> rows(WENDY, SEEN, "SELECT 1 FROM orders"));
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
  }

  @Test
  void anErrorOnAHiddenRowDoesNotHappen() {
    for (String condition :
        List.of(
            "CAST(name AS INTEGER) = 1 OR name IS NOT NULL",
            "1 / (id - 5) > -100",
            "name = 99 OR id > 0",
            "NOT name = 99",
            "name IN (1, 2) OR id > 0",
            "id > 0 AND name <> 7",
            "CAST(region AS INTEGER) > 0 OR id > 0")) {
      String sql = "SELECT count(*) FROM customers WHERE " + condition;
      assertThat(outcome(WENDY, GOVERNED, sql)).as(sql).isEqualTo(outcome(Caller.LOCAL, SEEN, sql));
    }
  }

  @Test
  void parametersKeepTheirPlaces() {
    String positional = "SELECT name FROM customers WHERE id > ? AND name <> ? ORDER BY id";
    Parameters values = new Parameters.Positional(List.of(1, "Bob"));
    assertThat(GovernedPair.rows(pair.queries(), WENDY, GOVERNED, positional, values))
        .containsExactly("[Cleo]");
    String named = "SELECT name, email FROM customers WHERE id < $low OR name = $name";
    assertThat(
            GovernedPair.rows(
                pair.queries(),
                WENDY,
                GOVERNED,
                named,
                new Parameters.Named(Map.of("low", 2, "name", SECRET))))
        .containsExactly("[Ada, ***]");
  }

  @Test
  void aConditionThatIsWrongShowsNothing() {
    for (String condition :
        List.of("region = ", "regoin = 'west'", "region = 'west' --", "1 = 1; SELECT 1", "1 = ?")) {
      try (QueryService wrong = pair.queriesUnder(condition)) {
        for (String sql :
            List.of(
                "SELECT count(*) FROM customers",
                "SELECT (SELECT max(name) FROM customers) FROM (SELECT 'west' AS regoin) x",
                "SELECT x.regoin FROM (SELECT 'west' AS regoin) x WHERE EXISTS (SELECT 1 FROM customers)",
                "WITH customers AS (SELECT * FROM customers) SELECT * FROM customers")) {
          AlidadeException failure =
              catchThrowableOfType(
                  AlidadeException.class,
                  () -> GovernedPair.rows(wrong, WENDY, GOVERNED, sql, Parameters.NONE));
          assertThat(failure).as("%s under %s", sql, condition).isNotNull();
          assertThat(failure.getMessage()).doesNotContain(SECRET);
        }
      }
    }
  }

  @Test
  void noNameOfAStatementReachesIntoACondition() {
    String condition =
        "region = 'west' AND id IN (SELECT customer_id FROM orders WHERE total > 100)";
    try (QueryService careful = pair.queriesUnder(condition)) {
      for (String sql :
          List.of(
              "WITH orders AS (SELECT 1 AS customer_id, 1000 AS total) SELECT name FROM customers",
              "WITH RECURSIVE orders AS (SELECT 1 AS customer_id, 1000 AS total) SELECT name FROM customers",
              "SELECT x.name FROM (WITH orders AS (SELECT 1 AS customer_id, 1000 AS total) SELECT name FROM customers) x",
              "SELECT name FROM customers WHERE 1000 > (SELECT min(o.total) FROM orders o)")) {
        assertThat(shown(careful, sql)).as(sql).isEmpty();
      }
    }
  }

  @Test
  void aCallerWithoutTheAttributeIsToldSo() {
    Caller nowhere = new Caller("nora", Set.of("analyst"), Map.of());
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class, () -> rows(nowhere, GOVERNED, "SELECT * FROM customers"));
    assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure).hasMessageContaining("region");
  }

  @Test
  void anAttributeIsAValueWhateverItHolds() {
    Caller clever = new Caller("clever", Set.of("analyst"), Map.of("region", "west' OR '1'='1"));
    assertThat(rows(clever, GOVERNED, "SELECT * FROM customers")).isEmpty();
  }

  @Test
  void whoMaySeeEverythingSeesIt() {
    assertThat(rows(Caller.LOCAL, GOVERNED, "SELECT * FROM customers")).hasSize(6);
  }

  private String outcome(Caller caller, String source, String sql) {
    try {
      return rows(caller, source, sql).toString();
    } catch (AlidadeException failure) {
      return "failed: " + failure.code();
    }
  }

  /** What masks make of a row; for engines that have all of them. */
  final void everyMaskHides() {
    Map<String, Mask> masks =
        Map.of(
            "email", new Mask.Hash(),
            "name", new Mask.Partial(1),
            "salary", new Mask.Null(),
            "region", new Mask.Year());
    try (QueryService masked = pair.queriesUnder("region = {caller.region}", masks)) {
      assertThat(
              GovernedPair.rows(
                  masked,
                  WENDY,
                  GOVERNED,
                  "SELECT name, email, salary, region FROM customers WHERE id < 3",
                  Parameters.NONE))
          .containsExactly(
              "[***a, %s, null, null]".formatted(sha256("keyada@example.org")),
              "[***b, null, null, null]");
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The rows, or none where the statement is refused. */
  private static List<String> shown(QueryService service, String sql) {
    try {
      return GovernedPair.rows(service, WENDY, GOVERNED, sql, Parameters.NONE);
    } catch (AlidadeException refused) {
      return List.of();
    }
  }

  private List<String> rows(Caller caller, String source, String sql) {
    return pair.rows(caller, source, sql);
  }

  /** So that a case that is listed twice is noticed. */
  @Test
  void noStatementIsListedTwice() {
    assertThat(new TreeSet<>(ALLOWED)).hasSameSizeAs(ALLOWED);
  }
}
