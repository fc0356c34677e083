package dev.alidade.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionFeatureTest {
  private static final String WEST =
      "`roles`:[`analyst`],`attributes`:{`region`:`west`},`apply`:true";
  @TempDir static Path folder;
  private static Bureau bureau;
  private static String account;

  @BeforeAll
  static void open() {
    bureau = new Bureau(folder);
    account = bureau.account();
    JsonNode made = bureau.provision(account, WEST);
    assertThat(made.get("message").asText()).contains("is made");
    bureau.letIn(account);
  }

  @AfterAll
  static void close() {
    bureau.close();
  }

  @Test
  void theStatementsAreOnlyShownUnlessTheyAreToRun() {
    String other = bureau.account();
    JsonNode shown = bureau.provision(other, "`roles`:[`analyst`],`attributes`:{`region`:`west`}");
    assertThat(shown.get("message").asText()).contains("Nothing has been run");
    assertThat(shown.get("script").asText())
        .startsWith("BEGIN;\n")
        .contains("CREATE ROLE \"" + other + "\" NOLOGIN")
        .contains("WITH (security_barrier = true) AS SELECT \"id\"")
        .contains("GRANT SELECT ON \"" + other + "\".\"customers\"")
        .doesNotContain("payroll")
        .endsWith("COMMIT;\n");
    assertThat(bureau.asOwner("SELECT count(*) FROM pg_roles WHERE rolname = '" + other + "'"))
        .isEqualTo("[[0]]");
  }

  @Test
  void whatIsShownCanBeRunByThemselves() throws SQLException {
    String other = bureau.account();
    String script =
        bureau
            .provision(other, "`roles`:[`analyst`],`attributes`:{`region`:`east`}")
            .get("script")
            .asText();
    bureau.run(script);
    bureau.letIn(other);
    assertThat(bureau.as(other, "SELECT name FROM customers")).isEqualTo("[[Eve]]");
  }

  @Test
  void theAccountSeesExactlyWhatItsCallerSees() throws SQLException {
    Caller caller = new Caller("x", Set.of("analyst"), Map.of("region", "west"));
    for (String sql :
        List.of(
            "SELECT * FROM customers ORDER BY id",
            "SELECT * FROM orders ORDER BY id",
            "SELECT c.name, o.total FROM customers c JOIN orders o ON o.customer = c.id ORDER BY o.id",
            "SELECT count(*) FROM customers WHERE email LIKE '%@%'",
            "SELECT region, count(*) FROM customers GROUP BY region")) {
      assertThat(bureau.as(account, sql)).as(sql).isEqualTo(bureau.throughAlidade(caller, sql));
    }
    assertThat(bureau.as(account, "SELECT name, email FROM customers ORDER BY id"))
        .isEqualTo("[[Ada, ***], [Bo, ***]]");
    assertThat(bureau.as(account, "SELECT total FROM sales_returns")).isEqualTo("[[7]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM public.customers",
        "SELECT name FROM public.customers",
        "SELECT * FROM payroll",
        "SELECT * FROM public.payroll",
        "SELECT * FROM sales.returns",
        "SELECT secret FROM customers",
        "SELECT * FROM everybodys",
        "SELECT * FROM public.everybodys",
        "SELECT public.all_salaries()",
        "TABLE public.customers",
        "COPY public.customers TO STDOUT",
        "COPY (SELECT 1) TO PROGRAM 'id'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT * FROM pg_authid",
        "CREATE TEMP TABLE t (id int)",
        "CREATE TEMP VIEW t AS SELECT 1",
        "SELECT 1 INTO TEMP t",
        "CREATE TABLE t (id int)",
        "CREATE TABLE public.t (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION leak(text) RETURNS bool LANGUAGE plpgsql COST 0.0000001 AS 'BEGIN RAISE NOTICE ''%'', $1; RETURN true; END'",
        "CREATE FUNCTION public.leak(text) RETURNS bool LANGUAGE sql AS 'SELECT true'",
        "CREATE OPERATOR public.<<<< (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text)",
        "CREATE EXTENSION dblink",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'x')",
        "UPDATE customers SET name = 'x'",
        "INSERT INTO orders SELECT * FROM orders",
        "DELETE FROM orders",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "ALTER VIEW customers SET (security_barrier = false)",
        "DROP VIEW customers",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "SET search_path = public; SELECT * FROM customers",
        "SET row_security = off; SELECT * FROM public.customers",
        "SET default_transaction_read_only = off; CREATE TEMP TABLE t (id int)",
        "DO $$ BEGIN EXECUTE 'SELECT 1 FROM public.customers'; END $$",
        "DO $$ BEGIN CREATE TEMP TABLE t (id int); END $$",
        "SELECT query_to_xml('SELECT * FROM public.payroll', true, false, '')",
        "SELECT * FROM pg_catalog.pg_statistic",
        "BEGIN; LOCK TABLE customers IN ACCESS EXCLUSIVE MODE"
      })
  void theServerRefusesItAllElse(String sql) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> bureau.as(account, sql));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isIn("42501", "42P01", "42703");
    assertThat(failure.getMessage()).doesNotContain("Eve", "Hush", "5300");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM customers WHERE 1 / (CASE name WHEN 'Eve' THEN 0 ELSE 1 END) > 0",
        "SELECT name FROM customers WHERE CAST(CASE WHEN name = 'Eve' THEN 'Eve is here' ELSE '1' END AS int) > 0",
        "SELECT name FROM customers WHERE CAST(replace(replace(name, 'Ada', '1'), 'Bo', '2') AS int) > 0",
        "SELECT name FROM customers WHERE length(name) > 0 AND name::text ~ '.*' AND 10 / (id - 2) <> 77",
        "SELECT name FROM customers WHERE to_number(CASE id WHEN 2 THEN 'Eve' ELSE '1' END, '9') > 0"
      })
  void aConditionThatFailsMeetsNoHiddenRow(String sql) throws SQLException {
    assertThat(bureau.as(account, sql)).isEqualTo("[[Ada], [Bo]]");
  }

  @Test
  void noStatisticsTellOfHiddenValues() throws SQLException {
    bureau.run("ANALYZE");
    assertThat(bureau.as(account, "SELECT * FROM pg_stats WHERE schemaname = 'public'"))
        .isEqualTo("[]");
    assertThat(bureau.as(account, "SELECT email FROM customers WHERE email LIKE 'ada%'"))
        .isEqualTo("[]");
  }

  @Test
  void masksHashWithAKeyThatNobodyReads() throws SQLException {
    String other = bureau.account();
    String script =
        bureau.provision(other, "`roles`:[`hashing`],`apply`:true").get("script").asText();
    bureau.letIn(other);
    assertThat(script).doesNotContain(Bureau.SECRET);
    String hashed = bureau.as(other, "SELECT email FROM customers ORDER BY id");
    assertThat(hashed).matches("\\[\\[[0-9a-f]{64}], \\[[0-9a-f]{64}], \\[[0-9a-f]{64}]]");
    assertThat(bureau.as(other, "SELECT count(DISTINCT email) FROM customers")).isEqualTo("[[3]]");
    for (String table : List.of("alidade_key", "\"%s\".alidade_key".formatted(other))) {
      assertThat(
              catchThrowableOfType(
                      SQLException.class, () -> bureau.as(other, "SELECT * FROM " + table))
                  .getSQLState())
          .isEqualTo("42501");
    }
    String key = bureau.asOwner("SELECT secret FROM \"%s\".alidade_key".formatted(other));
    assertThat(bureau.as(other, "SELECT pg_get_viewdef('customers'::regclass)"))
        .contains("alidade_key")
        .doesNotContain(key.substring(2, key.length() - 2));
    bureau.provision(other, "`roles`:[`hashing`],`apply`:true");
    assertThat(bureau.as(other, "SELECT email FROM customers ORDER BY id")).isNotEqualTo(hashed);
  }

  @Test
  void itIsMadeAnewWhenRulesChange() throws SQLException {
    String other = bureau.account();
    bureau.provision(other, WEST);
    bureau.letIn(other);
    assertThat(bureau.as(other, "SELECT name FROM customers ORDER BY id"))
        .isEqualTo("[[Ada], [Bo]]");
    bureau.provision(other, WEST.replace("west", "east"));
    assertThat(bureau.as(other, "SELECT name FROM customers ORDER BY id")).isEqualTo("[[Eve]]");
  }

  @Test
  void whatWouldBeLeftOpenIsNotMade() {
    String other = bureau.account();
    bureau.provision(other, WEST);
    bureau.asOwner("GRANT SELECT ON public.payroll TO " + other);
    assertThat(failure(other, WEST)).isEqualTo(ErrorCode.SOURCE_REFUSED);
    bureau.asOwner("REVOKE SELECT ON public.payroll FROM " + other);
    bureau.asOwner("GRANT " + account + " TO " + other);
    assertThat(failure(other, WEST)).isEqualTo(ErrorCode.SOURCE_REFUSED);
    bureau.asOwner("REVOKE " + account + " FROM " + other);
    bureau.provision(other, WEST);
  }

  @Test
  void othersAccountsAndSchemasAreLeftAlone() {
    String other = bureau.account();
    bureau.asOwner("CREATE SCHEMA " + other);
    assertThat(failure(other, WEST)).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure("postgres", WEST)).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure("pg_mine", WEST)).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure(" ", WEST)).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure("x".repeat(64), WEST)).isEqualTo(ErrorCode.INVALID_INPUT);
  }

  @Test
  void itsViewsAreNoTablesOfTheCatalog() throws SQLException {
    assertThat(bureau.tables("crm")).contains("public.customers").noneMatch(this::isOfTheAccount);
    assertThat(bureau.tablesAs(account)).isNotEmpty().allMatch(this::isOfTheAccount);
  }

  private boolean isOfTheAccount(String table) {
    return table.startsWith(account + ".");
  }

  @Test
  void hostileNamesAndAttributesAreQuoted() throws SQLException {
    String other = "a\\\"; DROP TABLE customers; --" + bureau.account();
    bureau.provision(
        other, "`roles`:[`analyst`],`attributes`:{`region`:`west' OR '1'='1`},`apply`:true");
    assertThat(bureau.asOwner("SELECT count(*) FROM public.customers")).isEqualTo("[[3]]");
    assertThat(
            bureau.asOwner(
                "SELECT count(*) FROM \"%s\".customers".formatted(other.replace("\\\"", "\"\""))))
        .isEqualTo("[[0]]");
  }

  @Test
  void whoseAccessItIsMustBeSaidAndBeNarrow() {
    String other = bureau.account();
    assertThat(failure(other, "`apply`:true")).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure(other, "`roles`:[`admin`]")).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure(other, "`roles`:[`analyst`]")).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(other, "`caller`:`nobody`")).isEqualTo(ErrorCode.CALLER_NOT_FOUND);
    assertThat(failure(other, "`roles`:[`bound`]")).isEqualTo(ErrorCode.NOT_SUPPORTED);
    assertThat(failure(other, "`roles`:[`analyst`,`blind`],`attributes`:{`region`:`west`}"))
        .isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(bureau.provision(other, "`caller`:`wendy`").get("script").asText())
        .contains("region = 'west'");
  }

  @Test
  void aModelMakesNoAccounts() {
    String other = bureau.account();
    Caller model = Bureau.ADMIN.through("mcp");
    assertThat(failure(model, "crm", other, WEST.replace("true", "false")))
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(model, "crm", other, WEST)).isEqualTo(ErrorCode.PERMISSION_DENIED);
  }

  @Test
  void aSourceThatIsOnlyReadShowsTheStatements() {
    String other = bureau.account();
    assertThat(failure(Bureau.ADMIN, "reading", other, WEST)).isEqualTo(ErrorCode.NOT_SUPPORTED);
    assertThat(
            bureau
                .provision(Bureau.ADMIN, "reading", other, WEST.replace("true", "false"))
                .has("script"))
        .isTrue();
    assertThat(failure(Bureau.ADMIN, "file", other, WEST)).isEqualTo(ErrorCode.NOT_SUPPORTED);
  }

  @Test
  void anOwnerWhoIsNoSuperuserCanToo() throws SQLException {
    String other = bureau.account();
    JsonNode made = bureau.provision(Bureau.ADMIN, "owned", other, WEST);
    assertThat(made.at("/seen/0/rows").asLong()).isEqualTo(2);
    bureau.letIn(other);
    assertThat(bureau.inOwned(other, "SELECT name FROM customers ORDER BY name"))
        .isEqualTo("[[Ada], [Bo]]");
    assertThat(
            catchThrowableOfType(
                    SQLException.class, () -> bureau.inOwned(other, "CREATE TEMP TABLE t (id int)"))
                .getSQLState())
        .isEqualTo("42501");
  }

  private static ErrorCode failure(String account, String input) {
    return failure(Bureau.ADMIN, "crm", account, input);
  }

  private static ErrorCode failure(Caller caller, String source, String account, String input) {
    return catchThrowableOfType(
            AlidadeException.class, () -> bureau.provision(caller, source, account, input))
        .code();
  }
}
