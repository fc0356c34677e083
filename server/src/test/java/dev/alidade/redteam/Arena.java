package dev.alidade.redteam;

import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.base.Caller;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A governed database whose hidden values occur nowhere else; its twin, alike in all that the
 * caller may see and different in all else; and a copy that holds only what the caller may see.
 */
public final class Arena implements AutoCloseable {
  private static final List<String> PROBES =
      List.of(
          "SELECT * FROM customers ORDER BY id",
          "SELECT count(*), sum(total), min(placed), max(status) FROM orders",
          "SELECT id, title, price FROM products ORDER BY id",
          "SELECT 1 / 4, 'a' || 'b', upper('ß'), CAST('1.5' AS DECIMAL(4, 2))",
          "SELECT CASE WHEN 'a' = 'A' THEN 1 ELSE 0 END, CASE WHEN 'a' LIKE 'A' THEN 1 ELSE 0 END");

  private final String engine;
  private final Path folder;
  private final Canaries canaries;
  private final String hiddenText;
  private final String hiddenNumber;
  private final Side governed;
  private final Side twin;
  private final Side copy;
  private final Renaming toTwin;
  private final Renaming fromTwin;
  private final Renaming toCopy;
  private final Renaming fromCopy;

  /** An arena on an engine, which keeps files in {@code folder}. */
  public static Arena open(String engine, Path folder) {
    return new Arena(engine, folder, ArenaRules.WHOLE);
  }

  /** An arena whose rules let hidden data out, for tests of the judge. */
  public static Arena leaky(String engine, Path folder) {
    return new Arena(engine, folder, ArenaRules.LEAKY);
  }

  private Arena(String engine, Path folder, AccessRules rules) {
    this.engine = engine;
    this.folder = folder;
    ArenaRows ours = new ArenaRows(1);
    ArenaRows others = new ArenaRows(2);
    String secret = ours.secret();
    hiddenText = ours.hidden(1);
    hiddenNumber = ours.hidden(5);
    canaries = ours.canaries();
    governed = new Side(target("governed"), ours.whole(), secret, rules, ArenaRules.WENDY);
    twin = new Side(target("twin"), others.whole(), others.secret(), rules, ArenaRules.WENDY);
    copy = new Side(target("copy"), ours.seen(), "nothing", AccessRules.OPEN, Caller.LOCAL);
    toTwin = new Renaming(governed.ownNames(), twin.ownNames());
    fromTwin = new Renaming(twin.ownNames(), governed.ownNames());
    toCopy = new Renaming(governed.ownNames(), copy.ownNames());
    fromCopy = new Renaming(copy.ownNames(), governed.ownNames());
  }

  /** Files of all sides have the same names, in folders of their own. */
  private TargetEngine target(String side) {
    try {
      return Targets.named(engine, Files.createDirectories(folder.resolve(side)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The engine's name in a configuration. */
  public String engine() {
    return engine;
  }

  /** What the caller gets to know from a statement. */
  public Outcome attempt(String sql) {
    return governed.attempt(sql);
  }

  /** The same on a database whose visible part is the same and whose hidden part is not. */
  public Outcome onTwin(String sql) {
    return twin.attempt(asked(sql, toTwin)).with(fromTwin::of);
  }

  /** The same on the copy, where nothing holds. */
  public Outcome onCopy(String sql) {
    return copy.attempt(asked(sql, toCopy)).with(fromCopy::of);
  }

  /** The plan of a statement, as the caller gets it. */
  public Outcome explain(String sql) {
    return governed.explain(sql);
  }

  /** A statement about the same databases on another side; a file is asked for as it is. */
  private String asked(String sql, Renaming names) {
    return governed.files().isEmpty() ? names.of(sql) : sql;
  }

  Side governed() {
    return governed;
  }

  /** The governed database as a source, and its twin, as the rules name them. */
  public List<SourceDefinition> sources() {
    return List.of(governed.target().source(Side.SOURCE), twin.target().source(Side.SOURCE));
  }

  /** Who asks. */
  public static Caller caller() {
    return ArenaRules.WENDY;
  }

  /** The role that it has. */
  public static Role role() {
    return ArenaRules.ANALYST;
  }

  /** What holds for it. */
  public static List<TablePolicy> policies() {
    return ArenaRules.policies();
  }

  /** A hidden value in what came out, that does not stand in what was asked. */
  public Optional<String> hiddenIn(String words, String asked) {
    return canaries.in(List.of(words), asked);
  }

  /** The name of a customer who is not shown. */
  public String hiddenText() {
    return hiddenText;
  }

  /** What that customer earns. */
  public String hiddenNumber() {
    return hiddenNumber;
  }

  /** What may not come out. */
  Canaries canaries() {
    return canaries;
  }

  /** Data, schema and files, read by the driver, and what later statements see. */
  String state() {
    List<String> tables = ArenaTable.ALL.stream().map(ArenaTable::name).toList();
    List<String> all = new ArrayList<>();
    all.add(Fingerprint.of(engine(), governed.target(), tables));
    all.add(Fingerprint.of(engine(), governed.vault(), List.of("secrets")));
    all.add(files());
    PROBES.forEach(probe -> all.add(attempt(probe).toString()));
    return String.join("\n", all);
  }

  private String files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !isScratch(file)).map(Path::toString).sorted().toList().toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Files that SQLite and DuckDB keep beside a database while it is open. */
  private static boolean isScratch(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith("-shm") || name.endsWith("-wal") || name.endsWith(".wal");
  }

  @Override
  public void close() {
    governed.close();
    twin.close();
    copy.close();
  }
}
