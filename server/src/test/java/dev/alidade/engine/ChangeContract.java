package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others change in the database is noticed, and nothing of the old shape is answered. */
interface ChangeContract extends EngineFixture {
  String TABLE = "changing";

  @Test
  @Timeout(60)
  default void anUnchangedDatabaseKeepsItsVersions() {
    Engine engine = probe().engine();
    Optional<String> catalog = engine.catalogVersion();
    assertThat(catalog.isPresent()).isEqualTo(can(Capability.CATALOG_VERSION));
    assertThat(probe().number("SELECT count(*) FROM orders")).isEqualTo(4);
    assertThat(engine.readCatalog()).isEqualTo(engine.readCatalog());
    assertThat(engine.catalogVersion()).isEqualTo(catalog);
    assertThat(engine.version()).isEqualTo(engine.version());
  }

  @Test
  @Timeout(60)
  default void aNewTableIsNoticed() {
    onTable(
        () ->
            assertThat(table(TABLE).columns()).extracting(Column::name).containsExactly("id", "a"));
  }

  @Test
  @Timeout(60)
  default void anAddedColumnIsNoticed() {
    onTable(
        () -> {
          noticed(() -> change("ALTER TABLE changing ADD COLUMN extra INTEGER"));
          assertThat(table(TABLE).columns())
              .extracting(Column::name)
              .containsExactly("id", "a", "extra");
          assertThat(probe().rows("SELECT extra FROM changing"))
              .hasSize(2)
              .allSatisfy(row -> assertThat(row.getFirst()).isNull());
        });
  }

  @Test
  @Timeout(60)
  default void aDroppedTableIsNoticed() {
    onTable(
        () -> {
          assertThat(probe().number("SELECT count(*) FROM changing")).isEqualTo(2);
          noticed(() -> change("DROP TABLE changing"));
          assertThat(probe().engine().readCatalog().table(TABLE)).isEmpty();
          assertThat(probe().failure("SELECT count(*) FROM changing").code())
              .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
        });
  }

  @Test
  @Timeout(60)
  default void aRenamedTableIsNoticed() {
    onTable(
        () -> {
          noticed(() -> change("ALTER TABLE changing RENAME TO changed"));
          assertThat(probe().engine().readCatalog().table(TABLE)).isEmpty();
          assertThat(probe().number("SELECT count(*) FROM changed")).isEqualTo(2);
          change("ALTER TABLE changed RENAME TO changing");
        });
  }

  @Test
  @Timeout(60)
  default void aChangedCommentIsNoticed() {
    onTable(
        () -> {
          assertThat(table(TABLE).comment()).isEmpty();
          if (!can(Capability.COMMENTS)) {
            assertThat(probe().engine().readCatalog().tables())
                .allSatisfy(table -> assertThat(table.comment()).isEmpty());
            return;
          }
          noticed(() -> change(commentOn(TABLE, "first")));
          assertThat(table(TABLE).comment()).contains("first");
          noticed(() -> change(commentOn(TABLE, "it''s another")));
          assertThat(table(TABLE).comment()).contains("it's another");
        });
  }

  @Test
  @Timeout(60)
  default void aStatementThatWasPreparedFollowsTheTable() {
    String sql = "SELECT a FROM changing WHERE id = ?";
    onTable(
        () -> {
          for (int round = 0; round < 10; round++) {
            assertThat(probe().cell(sql, 1L)).isEqualTo(7L);
          }
          change(
              "DROP TABLE changing",
              "CREATE TABLE changing (extra INTEGER, a VARCHAR(20), id INTEGER)",
              "INSERT INTO changing VALUES (5, 'seven', 1)");
          for (int round = 0; round < 10; round++) {
            assertThat(probe().cell(sql, 1L)).isEqualTo("seven");
          }
          assertThat(probe().rows("SELECT * FROM changing"))
              .containsExactly(List.of(5L, "seven", 1L));
        });
  }

  @Test
  @Timeout(60)
  default void whatOthersWriteIsReadAtOnce() {
    onTable(
        () -> {
          Optional<String> before = probe().engine().version();
          change("UPDATE changing SET a = 100 WHERE id = 1");
          assertThat(probe().number("SELECT a FROM changing WHERE id = ?", 1L)).isEqualTo(100);
          before.ifPresent(
              version -> assertThat(probe().engine().version()).isPresent().isNotEqualTo(before));
        });
  }

  private void onTable(Runnable work) {
    noticed(
        () ->
            change(
                "CREATE TABLE changing (id INTEGER, a INTEGER)",
                "INSERT INTO changing VALUES (1, 7), (2, 8)"));
    try {
      work.run();
    } finally {
      change("DROP TABLE IF EXISTS changing");
    }
    assertThat(probe().engine().readCatalog().table(TABLE)).isEmpty();
  }

  private void noticed(Runnable change) {
    Optional<String> before = probe().engine().catalogVersion();
    CatalogSnapshot catalog = probe().engine().readCatalog();
    change.run();
    Engine engine = probe().engine();
    if (can(Capability.CATALOG_VERSION)) {
      assertThat(engine.catalogVersion()).isPresent().isNotEqualTo(before);
    }
    assertThat(engine.readCatalog()).isNotEqualTo(catalog);
  }
}
