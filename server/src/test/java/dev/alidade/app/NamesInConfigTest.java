package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with tools in a configuration is said at the start, all of it at once. */
class NamesInConfigTest {
  private static final String SOURCES =
      "sources: [{ name: shop, engine: sqlite, path: shop.sqlite }]\n";

  @TempDir Path folder;

  @BeforeEach
  void create() {
    SqliteFile.create(folder.resolve("shop.sqlite"), List.of("CREATE TABLE orders (id INTEGER)"));
  }

  private AlidadeException failure(String configuration) {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class, () -> McpHouse.open(folder, SOURCES + configuration).close());
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    return failure;
  }

  @Test
  void namesThatOperationsHaveOrNobodyHas() {
    assertThat(
            failure(
                """
                roles:
                  - { name: analyst, operations: [qery], deny: { operations: [aks] } }
                queries:
                  - { name: ask, description: x, source: shop, sql: SELECT 1, tool: true }
                  - { name: find_operations, description: x, source: shop, sql: SELECT 1, tool: true }
                  - { name: run_query, description: x, source: shop, sql: SELECT 1 }
                  - { name: plain, source: shop, sql: SELECT 1 }
                  - { name: own, description: x, source: shop, sql: SELECT 1, tool: true }
                mcp:
                  tools: [qery, own, queries]
                  toolsets: [{ roles: [analyst], tools: [plain, own, ask] }]
                """))
        .hasMessage(
            """
            Role `analyst`: no operation `aks`; did you mean `ask`?
            Role `analyst`: no operation `qery`; did you mean `query`?
            `queries`: the tool `ask` needs another name, because an operation has this one; rename the query, or leave out `tool`
            `queries`: the tool `find_operations` needs another name, because an operation has this one; rename the query, or leave out `tool`
            `mcp`: no tool `qery`; did you mean `query`?
            `mcp`: the query `plain` is no tool; write `tool: true` where it is defined""");
  }

  @Test
  void toolsThatAreNone() {
    assertThat(
            failure(
                """
                queries:
                  - { name: silent, source: shop, sql: SELECT 1, tool: true }
                  - { name: Bad-Name, description: x, source: shop, sql: SELECT 1, tool: true }
                  - name: paged
                    description: x
                    source: shop
                    sql: SELECT $cursor
                    tool: true
                    parameters: [{ name: cursor }]
                  - name: bounded
                    source: shop
                    sql: SELECT $a, $b, $c, $d, $e
                    tool: maybe
                    parameters:
                      - { name: a, minimum: 1 }
                      - { name: b, type: integer, minimum: 2, maximum: 1 }
                      - { name: c, type: integer, values: [1, two] }
                      - { name: d, values: [x, y], default: z }
                      - { name: e, type: decimal, maximum: much }
                      - { name: f, values: [] }
                """))
        .hasMessageContainingAll(
            ".yaml:3: `queries[1]` cannot be a query: the tool `silent` needs a `description`",
            "`queries[2]` cannot be a query: the `name` must be snake_case",
            "`queries[3]` cannot be a query: the tool `paged` takes the cursor of a page as `cursor`",
            "`queries[4].tool` must be true or false",
            "`queries[4].parameters[1]` cannot be a parameter: the parameter `a` is of the type `text`, and only numbers have bounds",
            "the parameter `b` has a minimum above its maximum",
            "`parameters.c` is no integer",
            "The parameter `d` must be one of x, y",
            "`queries[4].parameters[5].maximum` must be a number such as 10 or 0.5",
            "the parameter `f` needs 1 to 200 `values`, or none");
  }
}
