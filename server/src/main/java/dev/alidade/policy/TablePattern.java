package dev.alidade.policy;

import dev.alidade.sql.TableName;
import java.util.Locale;

/**
 * Tables as a rule names them: {@code schema.table}, {@code table} in the source's own schema, or
 * {@code schema.*}; letter case aside, so that no other spelling escapes a rule.
 */
public final class TablePattern {
  private static final String ALL = "*";

  private TablePattern() {}

  /** Whether a pattern means a table of a source whose unqualified names are in {@code home}. */
  public static boolean matches(String pattern, TableName table, String home) {
    String own = table.schema().orElse(home);
    int dot = pattern.lastIndexOf('.');
    String schema = dot < 0 ? home : pattern.substring(0, dot);
    String name = dot < 0 ? pattern : pattern.substring(dot + 1);
    return same(schema, own) && (name.equals(ALL) || same(name, table.table()));
  }

  /** Whether a pattern names one table rather than a schema full. */
  static boolean isExact(String pattern) {
    return !pattern.endsWith(ALL);
  }

  private static boolean same(String left, String right) {
    return left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
  }
}
