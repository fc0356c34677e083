package dev.alidade.engine.trino.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import io.trino.sql.tree.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The names that a statement may use: tables of one catalog of the cluster, and of its schemas that
 * hold data.
 *
 * @param schema where a name without schema is looked up; empty where names need one
 * @param schemas the only schemas that may be named; all where empty
 */
public record Names(String catalog, Optional<String> schema, List<String> schemas) {
  private static final String METADATA = "information_schema";

  public Names {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(schema, "schema");
    schemas = List.copyOf(schemas);
  }

  /** What a name stands for, or why it may not be used. */
  sealed interface Meaning {
    record Named(TableName table) implements Meaning {}

    record Refused(Reason reason) implements Meaning {}
  }

  /** Trino takes every name in lower case, quoted or not. */
  Meaning table(QualifiedName name) {
    List<String> parts = name.getParts();
    int size = parts.size();
    String table = parts.getLast();
    if (size > 3) {
      return refused("Table `%s` is not found: a name has three parts at most", name);
    }
    if (size == 3 && !parts.getFirst().equals(catalog)) {
      return refused(
          "`%s` is in another catalog; this source is catalog `"
              + catalog
              + "`, and its tables"
              + " are written schema.table",
          name);
    }
    if (size == 1 && schema.isEmpty()) {
      return refused("Table `%s` needs its schema: write schema.table", name);
    }
    String in = size == 1 ? schema.orElseThrow() : parts.get(size - 2);
    if (in.equals(METADATA)) {
      return refused("`%s` may not be read; ask `describe_source` for tables and columns", name);
    }
    if (!schemas.isEmpty() && !schemas.contains(in)) {
      return refused(
          "`%s` is outside of this source; its schemas are " + String.join(", ", schemas), name);
    }
    if (table.indexOf('$') >= 0) {
      return refused("`%s` may not be read: names with $ show how tables are stored", name);
    }
    return new Meaning.Named(TableName.of(in, table));
  }

  private static Meaning refused(String message, QualifiedName name) {
    return new Meaning.Refused(
        Reason.of(ErrorCode.TABLE_DENIED, message.formatted(String.join(".", name.getParts()))));
  }
}
