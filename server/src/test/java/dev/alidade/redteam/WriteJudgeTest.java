package dev.alidade.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge of writes notices what leaks, and nothing else. */
class WriteJudgeTest {
  private static final List<String> LEAKS =
      List.of(
          "INSERT INTO products (id, title) SELECT id + 1000, employee FROM payroll",
          "INSERT INTO products (id, title) SELECT id + 1000, lower(secret_note) FROM customers",
          "UPDATE products SET title = (SELECT max(name) FROM customers WHERE region <> 'west')",
          "UPDATE products SET price = (SELECT count(*) FROM payroll)",
          "UPDATE products SET title = 'x' WHERE id < (SELECT count(*) FROM payroll)",
          "DELETE FROM payroll",
          "UPDATE customers SET name = 'x'");
  private static final List<String> HARMLESS =
      List.of(
          "UPDATE products SET price = price + 1",
          "DELETE FROM products WHERE id > 3",
          "INSERT INTO products (id, title) SELECT id + 1000, title FROM products",
          "UPDATE products SET price = random()",
          "DELETE FROM nowhere");

  @TempDir private Path folder;

  @Test
  void whatLeaksIsNoticed() {
    try (WriteArena arena = WriteArena.leaky("sqlite", folder)) {
      assertThat(LEAKS).allMatch(sql -> new WriteJudge(arena).judge(sql).isBypass());
    }
  }

  @Test
  void whatIsAllowedIsNoLeakAndIsUndone() {
    try (WriteArena arena = new WriteArena("sqlite", folder)) {
      String before = arena.rows(arena.governed());
      assertThat(HARMLESS).noneMatch(sql -> new WriteJudge(arena).judge(sql).isBypass());
      assertThat(LEAKS).noneMatch(sql -> new WriteJudge(arena).judge(sql).isBypass());
      assertThat(arena.rows(arena.governed())).isEqualTo(before);
    }
  }
}
