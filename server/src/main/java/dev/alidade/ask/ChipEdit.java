package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A change of one filter of the last answer, of its order or of its limit. */
public record ChipEdit(
    @Description("The id of the filter as the answer gives it: filter-1, limit, order-1") String id,
    @Description("Its new value, or values of which any will do; without any it is removed")
        Optional<List<String>> values) {
  public ChipEdit {
    Objects.requireNonNull(id, "id");
    values = values.map(List::copyOf);
  }
}
