package dev.alidade.ask.exchange;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TimeGrain;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The shape of plans as their records declare it, so that there is one declaration only. */
final class Shapes {
  /** The field that tells which of several records is meant. */
  static final String KIND = "kind";

  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private Shapes() {}

  /** The records that a type stands for, by kind; empty for a type that is no choice. */
  static Map<String, Class<?>> kinds(Class<?> type) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    JsonSubTypes declared = type.getAnnotation(JsonSubTypes.class);
    if (declared != null) {
      Arrays.stream(declared.value()).forEach(kind -> kinds.put(kind.name(), kind.value()));
    }
    return kinds;
  }

  /** The kind of a record that stands alone, where it is one of several elsewhere. */
  static Optional<String> kindOf(Class<?> record) {
    return Arrays.stream(record.getInterfaces())
        .flatMap(type -> kinds(type).entrySet().stream())
        .filter(kind -> kind.getValue() == record)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static String name(RecordComponent component) {
    return SNAKE_CASE.translate(component.getName());
  }

  /** Whether a planner elsewhere has to say it; the rest follows or has a usual value. */
  static boolean isNeeded(RecordComponent component) {
    Class<?> record = component.getDeclaringRecord();
    String name = component.getName();
    if (isList(component)) {
      return !List.of("joins", "groups", "order", "by").contains(name)
          || record == TopPerGroup.class;
    }
    boolean follows =
        (record == TableUse.class && name.equals("alias"))
            || (record == Output.class && name.equals("label"))
            || (component.getType() == TimeGrain.class && record == Period.class);
    return !follows
        && !isGiven(component)
        && !isOptional(component)
        && component.getType() != boolean.class
        && component.getType() != Words.class;
  }

  /** Whether a planner elsewhere cannot say it: the source decides on types, a model on metrics. */
  static boolean isGiven(RecordComponent component) {
    return component.getType() == DataType.class
        || (component.getDeclaringRecord() == Expression.MetricUse.class
            && component.getName().equals("formula"));
  }

  static boolean isOptional(RecordComponent component) {
    return component.getType() == Optional.class;
  }

  static boolean isList(RecordComponent component) {
    return component.getType() == List.class;
  }

  /** What a list or an optional holds. */
  static Class<?> held(RecordComponent component) {
    Type held = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return (Class<?>) held;
  }

  static List<String> words(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
