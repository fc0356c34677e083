package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Table;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which name was probably meant. */
final class NameHints {
  private static final Pattern RELATION =
      Pattern.compile("(?:relation|schema) \"(.+)\" does not exist");
  private static final Pattern COLUMN =
      Pattern.compile("column \"?(.+?)\"? does not exist(?:.*the column \"(.+?)\".*)?");

  private final String source;
  private final Supplier<CatalogSnapshot> catalog;

  NameHints(String source, Supplier<CatalogSnapshot> catalog) {
    this.source = source;
    this.catalog = catalog;
  }

  /** The same failure, with the name that was probably meant. */
  AlidadeException explain(AlidadeException failure) {
    if (failure.code() == ErrorCode.TABLE_NOT_FOUND) {
      Matcher name = RELATION.matcher(failure.getMessage());
      return name.find() ? again(failure, noTable(name.group(1))) : failure;
    }
    if (failure.code() == ErrorCode.COLUMN_NOT_FOUND) {
      Matcher name = COLUMN.matcher(failure.getMessage());
      return name.find() ? again(failure, noColumn(name.group(1), name.group(2))) : failure;
    }
    return failure;
  }

  /** There is no such table. */
  String noTable(String name) {
    List<String> known = tables();
    return "Source `%s` has no table `%s` that its account may read%s"
        .formatted(source, name, Nearest.hint(name, known));
  }

  private String noColumn(String name, String meant) {
    String hint = meant == null ? "" : "; did you mean `%s`?".formatted(meant);
    return "Column `%s` not found in source `%s`%s".formatted(name, source, hint);
  }

  private List<String> tables() {
    try {
      return catalog.get().tables().stream()
          .map(Table::name)
          .flatMap(name -> Stream.of(name.table(), name.toString()))
          .toList();
    } catch (AlidadeException unknown) {
      return List.of();
    }
  }

  private static AlidadeException again(AlidadeException failure, String message) {
    return new AlidadeException(failure.code(), message, failure.location(), failure.getCause());
  }
}
