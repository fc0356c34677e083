package dev.alidade.engine.mysql.gate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import dev.alidade.sql.TextEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts views in the place of tables: each becomes a common table of the outermost query, where
 * nothing of the statement is in scope, and is named wherever its table stood. The changed text is
 * read again, and must consist of the same tokens and tables but for these.
 */
final class ViewTables {
  private static final String PREFIX = "alidade_view_";

  private final SourceNames names;
  private final String sql;
  private final List<MySqlToken> tokens;
  private final Findings findings;
  private final TextEdits edits = new TextEdits();

  /** Changes a statement that the gate has let through. */
  ViewTables(SourceNames names, String sql) {
    this.names = names;
    this.sql = sql;
    this.tokens = MySqlTokens.of(sql);
    this.findings = read(sql, tokens);
  }

  /** A view's query with the database before each of its tables, and those tables. */
  private record Definition(String name, String query, List<TableName> tables) {}

  /**
   * The statement with views in the place of tables.
   *
   * @throws AlidadeException where that cannot be said with certainty
   */
  String replaced(List<TableView> views) {
    String prefix = unusedName();
    Map<TableName, Definition> definitions = new LinkedHashMap<>();
    for (TableView view : views) {
      definitions.put(view.table(), define(view, prefix + (definitions.size() + 1)));
    }
    Pieces pieces = new Pieces(tokens);
    for (TablePlace place : findings.places()) {
      Definition definition = definitions.get(place.table());
      if (definition != null) {
        refuseInner(place);
        String shown =
            quoted(definition.name()) + (place.aliased() ? "" : " AS " + quoted(place.name()));
        replace(pieces, place.start(), place.end(), shown);
        if (place.hintsEnd() > place.hints()) {
          replace(pieces, place.hints(), place.hintsEnd(), "");
        }
      }
    }
    for (QualifierPlace qualifier : findings.qualifiers()) {
      boolean alone = !findings.aliases().contains(qualifier.name().toLowerCase(Locale.ROOT));
      if (alone && definitions.containsKey(qualifier.table())) {
        replace(pieces, qualifier.start(), qualifier.end(), "");
      }
    }
    insert(pieces, definitions.values());
    String changed = edits.apply(sql);
    prove(changed, pieces, definitions);
    return changed;
  }

  // MariaDB does not find there what the outermost WITH defines.
  private static void refuseInner(TablePlace place) {
    if (place.inner()) {
      throw new AlidadeException(
          ErrorCode.NOT_SUPPORTED,
          "You see a part of `%s` only, which a WITH inside a subquery cannot read; write the WITH at the beginning of the statement"
              .formatted(place.name()));
    }
  }

  private void prove(String changed, Pieces pieces, Map<TableName, Definition> definitions) {
    List<MySqlToken> changedTokens = MySqlTokens.of(changed);
    List<TableName> expected = new ArrayList<>();
    definitions.values().forEach(definition -> expected.addAll(definition.tables()));
    findings.places().stream()
        .map(TablePlace::table)
        .filter(table -> !definitions.containsKey(table))
        .forEach(expected::add);
    List<TableName> found =
        read(changed, changedTokens).places().stream().map(TablePlace::table).toList();
    if (!pieces.are(changedTokens) || !sorted(found).equals(sorted(expected))) {
      throw unreadable();
    }
  }

  private Definition define(TableView view, String name) {
    try {
      List<MySqlToken> words = MySqlTokens.of(view.query());
      if (words.stream().anyMatch(word -> word.kind() == MySqlToken.Kind.PARAMETER)) {
        throw unreadable();
      }
      Findings found = read(view.query(), words);
      TextEdits qualified = new TextEdits();
      for (TablePlace place : found.places()) {
        if (!place.qualified()) {
          qualified.insert(place.start(), quoted(names.database()) + ".");
        }
      }
      return new Definition(
          name,
          qualified.apply(view.query()),
          found.places().stream().map(TablePlace::table).toList());
    } catch (AlidadeException failure) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "A policy on `%s` cannot be applied: its condition is not SQL that may run here; ask an administrator to correct it"
              .formatted(view.table()),
          failure);
    }
  }

  private void insert(Pieces pieces, Iterable<Definition> definitions) {
    StringBuilder text = new StringBuilder();
    for (Definition definition : definitions) {
      text.append(text.isEmpty() ? " " : ", ")
          .append(quoted(definition.name()))
          .append(" AS (")
          .append(definition.query())
          .append("\n)");
    }
    if (!tokens.getFirst().is("WITH")) {
      replace(pieces, 0, 0, "WITH" + text + " ");
      return;
    }
    int behind = tokens.get(tokens.get(1).is("RECURSIVE") ? 1 : 0).end();
    replace(pieces, behind, behind, text + ", ");
  }

  private void replace(Pieces pieces, int start, int end, String text) {
    edits.replace(start, end, text);
    pieces.replace(start, end, text);
  }

  private String unusedName() {
    String letters = sql.toLowerCase(Locale.ROOT);
    StringBuilder name = new StringBuilder(PREFIX);
    while (letters.contains(name)) {
      name.append('_');
    }
    return name.toString();
  }

  private Findings read(String text, List<MySqlToken> words) {
    Reading reading = new Reading(text, words, names);
    new QueryReader(reading).query();
    if (reading.peek().kind() != MySqlToken.Kind.END) {
      throw reading.unexpected();
    }
    return reading.findings;
  }

  private static List<String> sorted(List<TableName> tables) {
    return tables.stream().map(TableName::toString).sorted().toList();
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static AlidadeException unreadable() {
    return new AlidadeException(
        ErrorCode.SQL_DENIED,
        "The statement cannot be narrowed to what you may see with certainty; write it more plainly");
  }
}
