package dev.alidade.semantic;

import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table or view and what its columns mean.
 *
 * @param display the fields that name a row to people, in order; empty where nothing was said
 */
public record Dataset(
    String name,
    TableName table,
    Optional<String> description,
    List<String> synonyms,
    List<String> primaryKey,
    List<String> display,
    List<Field> fields) {
  public Dataset {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(description, "description");
    synonyms = List.copyOf(synonyms);
    primaryKey = List.copyOf(primaryKey);
    display = List.copyOf(display);
    fields = List.copyOf(fields);
  }
}
