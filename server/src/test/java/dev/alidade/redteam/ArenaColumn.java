package dev.alidade.redteam;

import dev.alidade.agreement.ColumnForm;
import dev.alidade.policy.Mask;
import dev.alidade.sql.TypeKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of the arena.
 *
 * @param form its name and type in the governed database
 * @param visible whether the caller may see it, masked or not
 */
public record ArenaColumn(ColumnForm form, boolean visible, Optional<Mask> mask) {
  public ArenaColumn {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(mask, "mask");
  }

  public String name() {
    return form.name();
  }

  /** What the caller sees of it has this kind of type. */
  public TypeKind seenKind() {
    return seenForm().kind();
  }

  /** The column in the copy that holds what the caller may see. */
  ColumnForm seenForm() {
    return mask.map(shown -> masked(form, shown)).orElse(form);
  }

  private static ColumnForm masked(ColumnForm form, Mask mask) {
    return switch (mask) {
      case Mask.Round ignored -> new ColumnForm(form.name(), TypeKind.FLOAT, 0, 0);
      case Mask.Hash ignored -> new ColumnForm(form.name(), TypeKind.TEXT, 64, 0);
      case Mask.Redact ignored -> form;
      case Mask.Partial ignored -> form;
      case Mask.Year ignored -> form;
      case Mask.Null ignored -> form;
    };
  }

  static ArenaColumn clear(String name, TypeKind kind) {
    return new ArenaColumn(formOf(name, kind), true, Optional.empty());
  }

  static ArenaColumn masked(String name, TypeKind kind, Mask mask) {
    return new ArenaColumn(formOf(name, kind), true, Optional.of(mask));
  }

  static ArenaColumn hidden(String name, TypeKind kind) {
    return new ArenaColumn(formOf(name, kind), false, Optional.empty());
  }

  private static ColumnForm formOf(String name, TypeKind kind) {
    return switch (kind) {
      case TEXT -> new ColumnForm(name, kind, 40, 0);
      case DECIMAL -> new ColumnForm(name, kind, 14, 2);
      case BOOLEAN,
          INTEGER,
          FLOAT,
          DATE,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          INTERVAL,
          BINARY,
          UUID,
          JSON,
          LIST,
          STRUCT,
          MAP,
          OTHER ->
          new ColumnForm(name, kind, 0, 0);
    };
  }
}
