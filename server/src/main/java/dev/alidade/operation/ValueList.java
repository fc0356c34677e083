package dev.alidade.operation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Where the values come from that an argument of a prompt or the variable of an address may have:
 * from the output of an operation, so that nobody is told of what they may not see.
 *
 * @param name of the arguments and variables
 * @param operation that is called
 * @param needs which of its input's fields other arguments give; without them there are no values
 */
public record ValueList(
    String name, String operation, List<String> needs, Function<Record, List<String>> values) {
  public ValueList {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(operation, "operation");
    needs = List.copyOf(needs);
    Objects.requireNonNull(values, "values");
  }

  /** Values in the output of an operation with this type of output. */
  public static <O extends Record> ValueList of(
      String name,
      String operation,
      List<String> needs,
      Class<O> output,
      Function<O, List<String>> values) {
    return new ValueList(name, operation, needs, record -> values.apply(output.cast(record)));
  }
}
