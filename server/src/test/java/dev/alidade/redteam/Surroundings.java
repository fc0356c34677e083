package dev.alidade.redteam;

import java.util.List;

/**
 * What an attacker of an arena knows about where it stands, more than they should.
 *
 * @param home the schema that names without one mean
 * @param databases the databases or catalogs of the governed source and of the one beside it
 * @param files where the databases are kept
 * @param text a hidden text
 * @param number a hidden number
 */
record Surroundings(
    String engine,
    String home,
    List<String> databases,
    List<String> files,
    String text,
    String number) {
  Surroundings {
    databases = List.copyOf(databases);
    files = List.copyOf(files);
  }

  static Surroundings of(Arena arena) {
    Side side = arena.governed();
    return new Surroundings(
        arena.engine(),
        side.sources().engine(Side.SOURCE).homeSchema(),
        side.databases(),
        side.files(),
        arena.hiddenText(),
        arena.hiddenNumber());
  }

  /** A line with the hidden values that it tries. */
  String withValues(String line) {
    return line.replace("{V}", text).replace("{N}", number);
  }
}
