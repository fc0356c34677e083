package dev.alidade.semantic.ossie;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.formula.FormulaScope;
import java.util.Optional;
import java.util.Set;

/** What names stand for in the fields of a dataset: its columns. */
record ColumnScope(DatasetDraft of) implements FormulaScope {
  @Override
  public Meaning column(Optional<String> dataset, String name) {
    boolean own = dataset.isEmpty() || dataset.get().equalsIgnoreCase(of.name());
    return own
        ? of.columnMeaning(name)
        : new Meaning.Unknown(
            "a field is worked out from columns of its own dataset `%s`; make this a metric"
                .formatted(of.name()));
  }

  @Override
  public Meaning metric(Optional<String> dataset, String name) {
    return new Meaning.Unknown("a field cannot use the metric `%s`".formatted(name));
  }

  @Override
  public Optional<String> dataset(String name) {
    return name.equalsIgnoreCase(of.name()) ? Optional.of(of.name()) : Optional.empty();
  }

  @Override
  public boolean isKey(Formula.Column column) {
    return false;
  }

  @Override
  public Optional<String> home(Set<String> datasets) {
    return Optional.of(of.name());
  }
}
