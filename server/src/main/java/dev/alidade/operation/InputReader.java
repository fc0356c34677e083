package dev.alidade.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns JSON into an input record, with errors that name the field and what to write. */
final class InputReader {
  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private static final ClassValue<Fields> FIELDS =
      new ClassValue<>() {
        @Override
        protected Fields computeValue(Class<?> input) {
          return Fields.of(input);
        }
      };

  private InputReader() {}

  static <I extends Record> I read(Operation<I, ?> operation, JsonNode input) {
    if (!input.isObject()) {
      throw new AlidadeException(
          ErrorCode.MALFORMED_REQUEST,
          "`%s` takes a JSON object, not %s"
              .formatted(operation.name(), article(input.getNodeType().name())));
    }
    Fields fields = FIELDS.get(operation.input());
    checkNames(operation, fields, input);
    try {
      return Json.mapper().treeToValue(input, operation.input());
    } catch (JsonProcessingException failure) {
      throw translate(operation, failure);
    }
  }

  /** The fields of an input, found out once. */
  private record Fields(List<String> known, Map<String, RecordComponent> needed) {
    static Fields of(Class<?> input) {
      List<String> known = new ArrayList<>();
      Map<String, RecordComponent> needed = new LinkedHashMap<>();
      for (RecordComponent component : input.getRecordComponents()) {
        known.add(nameOf(component));
        if (component.getType() != Optional.class) {
          needed.put(nameOf(component), component);
        }
      }
      return new Fields(List.copyOf(known), Collections.unmodifiableMap(needed));
    }
  }

  private static void checkNames(Operation<?, ?> operation, Fields fields, JsonNode input) {
    for (Map.Entry<String, JsonNode> given : input.properties()) {
      if (!fields.known().contains(given.getKey())) {
        throw unknown(operation, given.getKey(), fields.known());
      }
    }
    fields
        .needed()
        .forEach(
            (name, component) -> {
              if (!input.hasNonNull(name)) {
                throw new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    "`%s` needs the field `%s`%s"
                        .formatted(operation.name(), name, describe(component)));
              }
            });
  }

  private static AlidadeException unknown(
      Operation<?, ?> operation, String name, List<String> known) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "`%s` has no field `%s`%s. Fields: %s"
            .formatted(
                operation.name(),
                name,
                Nearest.hint(name, known),
                known.isEmpty() ? "none" : String.join(", ", known)));
  }

  private static AlidadeException translate(
      Operation<?, ?> operation, JsonProcessingException failure) {
    if (failure.getCause() instanceof AlidadeException fromRecord) {
      return fromRecord;
    }
    String path = failure instanceof JsonMappingException mapping ? pathOf(mapping) : "";
    String expected =
        failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
            ? "must be " + article(typeName(mismatch.getTargetType()))
            : "cannot be read";
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "`%s`: the field `%s` %s".formatted(operation.name(), path, expected),
        failure);
  }

  private static String pathOf(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String typeName(Class<?> type) {
    if (type == String.class) {
      return "string";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "boolean";
    }
    if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
      return "integer";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "number";
    }
    if (Iterable.class.isAssignableFrom(type)) {
      return "array";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(java.util.Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return "object";
  }

  private static String article(String noun) {
    String lower = noun.startsWith("one of") ? noun : noun.toLowerCase(java.util.Locale.ROOT);
    if (lower.startsWith("one of") || lower.equals("null")) {
      return lower;
    }
    return ("aeiou".indexOf(lower.charAt(0)) >= 0 ? "an " : "a ") + lower;
  }

  private static String describe(RecordComponent component) {
    Description description = component.getAnnotation(Description.class);
    return description == null ? "" : ": " + description.value();
  }

  private static String nameOf(RecordComponent component) {
    return SNAKE_CASE.translate(component.getName());
  }
}
