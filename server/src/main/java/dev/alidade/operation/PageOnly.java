package dev.alidade.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A field of an output that only pages draw; texts for models leave it out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PageOnly {
  /** Finds such fields. */
  final class Fields {
    private static final ClassValue<List<String>> FOUND =
        new ClassValue<>() {
          @Override
          protected List<String> computeValue(Class<?> output) {
            return Arrays.stream(output.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(PageOnly.class))
                .map(RecordComponent::getName)
                .toList();
          }
        };

    private Fields() {}

    /** The names of those of an output. */
    public static List<String> of(Record output) {
      return FOUND.get(output.getClass());
    }
  }
}
