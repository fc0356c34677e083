package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Description;
import dev.alidade.workbench.BoundValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A value that a saved query takes; it is bound, never spliced. */
public record QueryParameter(
    @Description("Its name; the SQL has it as $name") String name,
    @Description(
            "text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary, uuid or interval; text unless given")
        Optional<String> type,
    @Description("What it means, for whoever gives the value") Optional<String> description,
    @Description("What is bound where no value is given") Optional<Object> defaultValue,
    @Description("Whether a value must be given; so unless it has a default")
        Optional<Boolean> required,
    @Description("The only values it may have") Optional<List<Object>> values,
    @Description("The least number it may be") Optional<BigDecimal> minimum,
    @Description("The greatest number it may be") Optional<BigDecimal> maximum) {
  private static final String TEXT = "text";

  public QueryParameter {
    if (name == null || !name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
      throw invalid("a parameter needs a `name` of letters, digits and `_`, 64 characters at most");
    }
    Objects.requireNonNull(description, "description");
    String named = type.orElse(TEXT);
    if (!BoundValues.types().contains(named)) {
      String hint = Nearest.hint(named, BoundValues.types());
      throw invalid(
          "the parameter `%s` has the type `%s`, which is none%s Types: %s"
              .formatted(
                  name,
                  named,
                  hint.isEmpty() ? "." : hint,
                  String.join(", ", BoundValues.types())));
    }
    if (required.orElse(defaultValue.isEmpty()) && defaultValue.isPresent()) {
      throw invalid(
          "the parameter `%s` is required and has a default; leave one of them out"
              .formatted(name));
    }
    type = Optional.of(named);
    required = Optional.of(required.orElse(defaultValue.isEmpty()));
    values = values.map(List::copyOf);
    Bounds bounds = new Bounds(name, named, values, minimum, maximum);
    defaultValue.ifPresent(bounds::check);
  }

  boolean isRequired() {
    return required.orElseThrow();
  }

  /** The value as a statement's parameters take it, if it is one that this may have. */
  Object checked(Object value) {
    new Bounds(name, type.orElseThrow(), values, minimum, maximum).check(value);
    return Bounds.typed(name, type.orElseThrow(), value);
  }

  static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
