package dev.alidade.redteam.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import dev.alidade.redteam.Arena;
import dev.alidade.redteam.Outcome;
import dev.alidade.redteam.PostgresRowSecurity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Alidade's rewriting shows of PostgreSQL is what PostgreSQL shows of itself under row
 * security: the same random statements give the same rows.
 */
class RowSecurityTest {
  private static final long SEED = Long.getLong("alidade.random.seed", 1);
  private static final int QUERIES = 150 * Integer.getInteger("alidade.random.factor", 1);
  private static final int LEAST_COMPARED = 80;

  @TempDir private Path folder;

  @Test
  void showsWhatRowSecurityShows() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (Arena arena = Arena.open("postgres", folder);
        PostgresRowSecurity other = PostgresRowSecurity.open(folder)) {
      Flavour flavour = new PostgresFlavour();
      Described described = Described.of(arena);
      for (int index = 0; index < QUERIES; index++) {
        String sql = Author.statement(Choices.of(SEED + 77, index), flavour, described);
        Outcome ours = arena.attempt(sql);
        Outcome theirs = other.attempt(sql);
        if (ours instanceof Outcome.Rows && theirs instanceof Outcome.Rows) {
          compared++;
        }
        if (showsMore(ours, theirs)) {
          differences.add("index %d: %s%n  %s%n  %s".formatted(index, sql, ours, theirs));
        }
      }
    }
    System.out.println(
        "row security, seed %d: %d of %d statements compared".formatted(SEED, compared, QUERIES));
    assertThat(differences).isEmpty();
    assertThat(100 * compared / QUERIES).isGreaterThan(LEAST_COMPARED);
  }

  /** A value may fail a cast in one plan and not be reached in another; that shows nothing. */
  private static boolean showsMore(Outcome ours, Outcome theirs) {
    return switch (ours) {
      case Outcome.Failed ignored -> false;
      case Outcome.Rows rows ->
          switch (theirs) {
            case Outcome.Failed failed -> failed.code() != ErrorCode.DATA_ERROR;
            case Outcome.Rows same -> !rows.cut() && !rows.tellsAs(same);
          };
    };
  }
}
