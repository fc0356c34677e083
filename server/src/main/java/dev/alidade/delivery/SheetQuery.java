package dev.alidade.delivery;

import dev.alidade.engine.Parameters;
import dev.alidade.export.Sheet;
import dev.alidade.workbench.BoundValues;
import java.util.Objects;

/** A statement whose result stands on a sheet of its own, behind that of the export. */
record SheetQuery(String name, String sql, Parameters parameters) {
  SheetQuery {
    Sheet.checkName("sheets.name", name);
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
  }

  static SheetQuery of(SheetInput input) {
    return new SheetQuery(input.name(), input.sql(), BoundValues.read(input.parameters()));
  }
}
