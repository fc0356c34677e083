package dev.alidade.engine.postgres;

import dev.alidade.sql.TypeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type whose values are written inside others, down to the plain ones. */
sealed interface NestedType {
  /** The value that the server writes so. */
  Object read(String text);

  /** A type without parts. */
  record Plain(TypeKind kind) implements NestedType {
    @Override
    public Object read(String text) {
      return TextValues.read(kind, text);
    }
  }

  /** An array of any dimension. */
  record Array(NestedType element, char delimiter) implements NestedType {
    @Override
    public Object read(String text) {
      return new LiteralReader(text, delimiter).array(element);
    }
  }

  /** A row with named fields. */
  record Row(List<String> names, List<NestedType> types) implements NestedType {
    public Row {
      names = List.copyOf(names);
      types = List.copyOf(types);
    }

    @Override
    public Object read(String text) {
      List<String> parts = new LiteralReader(text, ',').row();
      Map<String, Object> values = new LinkedHashMap<>();
      for (int index = 0; index < names.size(); index++) {
        String part = index < parts.size() ? parts.get(index) : null;
        values.put(names.get(index), part == null ? null : types.get(index).read(part));
      }
      return values;
    }
  }
}
