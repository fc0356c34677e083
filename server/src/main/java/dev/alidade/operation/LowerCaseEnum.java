package dev.alidade.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import java.io.IOException;
import java.util.Locale;

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
    boolean inCapitals = value instanceof ErrorCode || value instanceof ErrorType;
    generator.writeString(inCapitals ? value.name() : value.name().toLowerCase(Locale.ROOT));
  }
}
