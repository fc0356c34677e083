package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.Headline;
import dev.alidade.operation.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people read of an output, and in which order, as its records declare it. */
final class ReadingOrder {
  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private ReadingOrder() {}

  /** A copy of the output with nothing but what people read, in their order. */
  static ObjectNode apply(Class<?> type, JsonNode output) {
    ObjectNode read = Json.mapper().createObjectNode();
    for (RecordComponent component : components(type)) {
      String name = SNAKE_CASE.translate(component.getName());
      if (output.has(name)) {
        read.set(name, apply(component.getGenericType(), output.get(name)));
      }
    }
    return read;
  }

  private static JsonNode apply(Type type, JsonNode value) {
    Optional<Class<?>> recordType = recordIn(type);
    if (recordType.isEmpty()) {
      return value;
    }
    if (value.isObject()) {
      return apply(recordType.get(), value);
    }
    if (!value.isArray()) {
      return value;
    }
    ArrayNode items = Json.mapper().createArrayNode();
    value.forEach(item -> items.add(item.isObject() ? apply(recordType.get(), item) : item));
    return items;
  }

  private static List<RecordComponent> components(Class<?> type) {
    List<RecordComponent> all = Arrays.asList(type.getRecordComponents());
    List<RecordComponent> headlines =
        all.stream()
            .filter(component -> component.isAnnotationPresent(Headline.class))
            .sorted(
                Comparator.comparingInt(
                    component -> component.getAnnotation(Headline.class).value()))
            .toList();
    return headlines.isEmpty() ? all : headlines;
  }

  /** The record inside `X`, `Optional<X>`, `List<X>` or both. */
  private static Optional<Class<?>> recordIn(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.isRecord() ? Optional.of(plain) : Optional.empty();
    }
    if (type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1) {
      return recordIn(generic.getActualTypeArguments()[0]);
    }
    return Optional.empty();
  }
}
