package dev.alidade.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void aNewOneHasEveryMigration() throws IOException {
    int there;
    try (var files = Files.list(Path.of("src/main/resources/dev/alidade/store"))) {
      there = (int) files.count();
    }
    int done =
        Database.open(folder)
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT count(*) FROM flyway_schema_history WHERE success")
                        .mapTo(Integer.class)
                        .one());
    assertThat(done).isEqualTo(there).isGreaterThan(10);
  }

  @Test
  void oneThatHasThemAllIsNotLookedThroughAgain() {
    execute("UPDATE flyway_schema_history SET checksum = 1");
    execute("DELETE FROM caller");
  }

  @Test
  void oneWithoutTheMarkOfTheseMigrationsIs() {
    execute("UPDATE flyway_schema_history SET checksum = 1");
    execute("PRAGMA user_version = 7");
    assertThatThrownBy(() -> Database.open(folder)).isInstanceOf(FlywayValidateException.class);
  }

  @Test
  void oneOfAnEarlierVersionIsBroughtUp() {
    execute("DROP TABLE model_answer");
    execute("DELETE FROM flyway_schema_history WHERE version = '111'");
    execute("PRAGMA user_version = 0");
    execute("DELETE FROM model_answer");
  }

  @Test
  void whatIsNoDatabaseIsSaid() throws IOException {
    Files.writeString(folder.resolve("alidade.sqlite"), "These are no pages of a database.");
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("alidade.sqlite");
  }

  /** Opens the database as another start does. */
  private void execute(String sql) {
    Database.open(folder).jdbi().useHandle(handle -> handle.execute(sql));
  }
}
