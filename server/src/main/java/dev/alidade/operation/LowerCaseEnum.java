package dev.alidade.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Enums travel in lower case, except error codes and types, which programs know in capitals. */
@SuppressWarnings("rawtypes")
final class LowerCaseEnum extends StdSerializer<Enum> {
  private static final long serialVersionUID = 1L;

  LowerCaseEnum() {
    super(Enum.class);
  }

  @Override
  public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeString(nameOf(value));
  }

  /** The names of an enum's constants as they travel; empty for other types. */
  static Optional<List<String>> names(Class<?> type) {
    if (!type.isEnum()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .map(constant -> nameOf((Enum<?>) constant))
            .toList());
  }

  private static String nameOf(Enum<?> value) {
    boolean inCapitals = value instanceof ErrorCode || value instanceof ErrorType;
    return inCapitals ? value.name() : value.name().toLowerCase(Locale.ROOT);
  }
}
