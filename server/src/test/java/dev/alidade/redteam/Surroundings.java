package dev.alidade.redteam;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    List<Map<String, Object>> settings =
        Stream.of(side.target(), side.vault())
            .map(target -> target.source("x").settings())
            .toList();
    List<String> files =
        settings.stream()
            .filter(each -> each.containsKey("path"))
            .map(each -> each.get("path").toString())
            .toList();
    return new Surroundings(
        arena.engine(),
        side.sources().engine(Side.SOURCE).homeSchema(),
        Stream.of("schema", "database", "catalog", "path")
            .flatMap(
                key ->
                    settings.stream()
                        .filter(each -> each.containsKey(key))
                        .map(each -> name(each.get(key))))
            .distinct()
            .toList(),
        files,
        arena.hiddenText(),
        arena.hiddenNumber());
  }

  /** A line with the hidden values that it tries. */
  String withValues(String line) {
    return line.replace("{V}", text).replace("{N}", number);
  }

  private static String name(Object value) {
    String last = Path.of(value.toString()).getFileName().toString();
    return last.contains(".") ? last.substring(0, last.indexOf('.')) : last;
  }
}
