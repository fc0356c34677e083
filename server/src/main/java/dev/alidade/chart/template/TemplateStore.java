package dev.alidade.chart.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.chart.Theme;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chart templates in our own database. */
final class TemplateStore {
  private final Database database;

  TemplateStore(Database database) {
    this.database = database;
  }

  /** Keeps a template, in the place of its maker's own of that name; false where another's is. */
  boolean save(ChartTemplate template, Instant at) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            """
                            INSERT INTO chart_template (name, theme, colors, saved_by, saved_at)
                            VALUES (:name, :theme, :colors, :by, :at)
                            ON CONFLICT (name) DO UPDATE SET theme = excluded.theme,
                              colors = excluded.colors, saved_at = excluded.saved_at
                            WHERE chart_template.saved_by = excluded.saved_by
                            """)
                        .bind("name", template.name())
                        .bind("theme", template.theme().map(Enum::name).orElse(null))
                        .bind("colors", written(template.colors()))
                        .bind("by", template.savedBy())
                        .bind("at", at.toEpochMilli())
                        .execute())
        > 0;
  }

  List<ChartTemplate> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM chart_template ORDER BY name")
                    .mapToMap()
                    .map(TemplateStore::read)
                    .list());
  }

  /** Removes one of a caller's own; false where they have none of that name. */
  boolean remove(String name, String by) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        "DELETE FROM chart_template WHERE name = ? AND saved_by = ?", name, by))
        > 0;
  }

  private static ChartTemplate read(Map<String, Object> row) {
    try {
      return new ChartTemplate(
          (String) row.get("name"),
          Optional.ofNullable((String) row.get("theme")).map(Theme::valueOf),
          List.of(Json.mapper().readValue((String) row.get("colors"), String[].class)),
          (String) row.get("saved_by"));
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static String written(List<String> colors) {
    try {
      return Json.mapper().writeValueAsString(colors);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
