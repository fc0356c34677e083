package dev.alidade.semantic.formula;

import dev.alidade.semantic.Formula;
import java.util.Optional;
import java.util.Set;

/** What the names in a formula stand for. */
public interface FormulaScope {
  /** What a name stands for, or why it stands for nothing. */
  sealed interface Meaning {
    /** It stands for this. */
    record Known(Formula formula) implements Meaning {}

    /** It stands for nothing; the sentence says why and what to do. */
    record Unknown(String why) implements Meaning {}
  }

  /** A field or column, of a dataset where one is written before it. */
  Meaning column(Optional<String> dataset, String name);

  /** A metric, of a dataset where one is written before it. */
  Meaning metric(Optional<String> dataset, String name);

  /** The dataset of a name, in the letters of the model. */
  Optional<String> dataset(String name);

  /** Whether a column alone tells the rows of a dataset apart. */
  boolean isKey(Formula.Column column);

  /** Of datasets that are used together the one whose rows are counted; empty if none is. */
  Optional<String> home(Set<String> datasets);
}
