package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteSealTest {
  private static final SqliteViews VIEWS =
      new SqliteViews(
          List.of(
              new TableView(TableName.of("a; b\nc"), "SELECT 'x*/ AS ;\n' AS \"é\""),
              new TableView(TableName.of("d"), "SELECT 1")));
  private static final String SQL = "SELECT * FROM d -- 1:1*/";

  private final SqliteSeal seal = new SqliteSeal();

  @Test
  void whatWasSealedIsOpenedAsItWas() {
    assertThat(seal.open(seal.seal(VIEWS, SQL))).isEqualTo(new SqliteSeal.Opened(VIEWS, SQL));
  }

  @Test
  void aPlainTextHasNoViews() {
    assertThat(seal.open(SQL)).isEqualTo(new SqliteSeal.Opened(SqliteViews.NONE, SQL));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String sealed = seal.seal(VIEWS, SQL);
    for (int index = SqliteSeal.MARK.length(); index < sealed.length(); index++) {
      char other = sealed.charAt(index) == '1' ? '2' : '1';
      String changed = sealed.substring(0, index) + other + sealed.substring(index + 1);
      assertThatThrownBy(() -> seal.open(changed)).isInstanceOf(AlidadeException.class);
    }
    assertThatThrownBy(() -> seal.open(sealed + " ")).isInstanceOf(AlidadeException.class);
  }

  @Test
  void anotherSourceCannotSealForThisOne() {
    String other = new SqliteSeal().seal(VIEWS, SQL);
    assertThatThrownBy(() -> seal.open(other)).isInstanceOf(AlidadeException.class);
  }
}
