package dev.alidade.engine.duckdb;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.PlanNode;
import java.util.function.Supplier;

/** The ways to the data of one edition. */
interface Ways {
  /**
   * The one for a statement, whose plan can be asked for; it {@code mayTakeLong} if that is known.
   */
  Way forStatement(String text, boolean mayTakeLong, Supplier<PlanNode> plan);

  /** The one for plans. */
  Way forPlans();

  /** Ways that see the same data until {@link #end}, whatever happens to the file. */
  default Ways ofTransaction(Cancellation cancellation) {
    return this;
  }

  /** Ends what {@link #ofTransaction} began. */
  default void end() {}
}
