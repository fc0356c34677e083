package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

/** What {@code list_planners} gives. */
public record ListPlannersOutput(List<Item> planners) {
  /** What a planner is. */
  public enum Kind {
    BUILT_IN,
    MODEL
  }

  /** A planner that a question can be put to. */
  public record Item(
      @Description("What `planner` of ask takes") String name,
      @Description("What comes with the product, or a language model that is configured") Kind kind,
      @Description("Whether questions go to it first where none is named") boolean usual) {
    public Item {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
    }
  }

  public ListPlannersOutput {
    planners = List.copyOf(planners);
  }
}
