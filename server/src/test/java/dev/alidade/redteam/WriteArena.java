package dev.alidade.redteam;

import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.policy.AccessRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A governed database and its twin, of which somebody may change one table, and see others in part.
 */
final class WriteArena implements AutoCloseable {
  static final String TABLE = "products";

  private final String engine;
  private final AccessRules rules;
  private final Side governed;
  private final Side twin;
  private final Canaries canaries;
  private final String restoring;

  WriteArena(String engine, Path folder) {
    this(engine, folder, ArenaRules.WRITING);
  }

  /** An arena where everything may be changed and read, for tests of the judge. */
  static WriteArena leaky(String engine, Path folder) {
    return new WriteArena(engine, folder, ArenaRules.LEAKY_WRITING);
  }

  private WriteArena(String engine, Path folder, AccessRules rules) {
    this.engine = engine;
    this.rules = rules;
    ArenaRows ours = new ArenaRows(1);
    ArenaRows others = new ArenaRows(2);
    canaries = ours.canaries();
    governed = side(folder.resolve("governed"), ours);
    twin = side(folder.resolve("twin"), others);
    restoring = ours.insertOfProducts();
  }

  private Side side(Path folder, ArenaRows rows) {
    try {
      TargetEngine target = Targets.named(engine, Files.createDirectories(folder));
      return Side.writable(target, rows.whole(), rows.secret(), rules, ArenaRules.CLARA);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Side governed() {
    return governed;
  }

  Side twin() {
    return twin;
  }

  Canaries canaries() {
    return canaries;
  }

  /** Everything that nobody may change, read by the driver. */
  String others() {
    List<String> tables =
        ArenaTable.ALL.stream().map(ArenaTable::name).filter(name -> !name.equals(TABLE)).toList();
    return Fingerprint.of(engine, governed.target(), tables)
        + Fingerprint.of(engine, governed.vault(), List.of("secrets"));
  }

  /** The rows of the table that may be changed. */
  String rows(Side side) {
    return Fingerprint.rows(side.target(), TABLE);
  }

  /** Puts the rows back that were there, by writes that are allowed. */
  boolean restore() {
    boolean restored = true;
    for (Side side : List.of(governed, twin)) {
      restored &= side.write("DELETE FROM " + TABLE, true) instanceof Outcome.Rows;
      restored &= side.write(restoring, true) instanceof Outcome.Rows;
    }
    return restored;
  }

  @Override
  public void close() {
    governed.close();
    twin.close();
  }
}
