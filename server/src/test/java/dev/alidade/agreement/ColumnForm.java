package dev.alidade.agreement;

import dev.alidade.sql.TypeKind;
import java.util.Objects;

/**
 * What a copied column holds, in words that every engine has a type for.
 *
 * @param length the digits of a DECIMAL, the longest of the TEXTs
 * @param scale the digits of a DECIMAL after the point
 */
public record ColumnForm(String name, TypeKind kind, int length, int scale) {
  public ColumnForm {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }

  static ColumnForm of(String name, TypeKind kind) {
    return new ColumnForm(name, kind, 0, 0);
  }

  static ColumnForm decimal(String name, int digits, int scale) {
    return new ColumnForm(name, TypeKind.DECIMAL, digits, scale);
  }

  static ColumnForm text(String name, int longest) {
    return new ColumnForm(name, TypeKind.TEXT, longest, 0);
  }
}
