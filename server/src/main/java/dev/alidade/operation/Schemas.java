package dev.alidade.operation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON Schema (2020-12) of a record as {@link Json} writes it. */
public final class Schemas {
  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();
  private static final Map<Class<?>, ObjectNode> KNOWN = new ConcurrentHashMap<>();

  private Schemas() {}

  /** The schema of a record, self-contained; a copy that the caller may change. */
  public static ObjectNode of(Class<? extends Record> type) {
    return KNOWN.computeIfAbsent(type, key -> generator().generateSchema(key)).deepCopy();
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(
                Option.SCHEMA_VERSION_INDICATOR,
                Option.FLATTENED_ENUMS,
                Option.FLATTENED_OPTIONALS);
    builder
        .forFields()
        .withNullableCheck(field -> false)
        .withRequiredCheck(field -> !isOptional(field))
        .withPropertyNameOverrideResolver(field -> SNAKE_CASE.translate(field.getDeclaredName()))
        .withDescriptionResolver(Schemas::describe)
        .withTargetTypeOverridesResolver(
            field ->
                field.getType() != null && field.getType().isInstanceOf(Optional.class)
                    ? List.of(field.getTypeParameterFor(Optional.class, 0))
                    : null);
    builder
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0)
        .withCustomDefinitionProvider(
            (type, context) ->
                LowerCaseEnum.names(type.getErasedType()).map(Schemas::oneOf).orElse(null));
    return new SchemaGenerator(builder.build());
  }

  private static CustomDefinition oneOf(List<String> names) {
    ObjectNode schema = Json.mapper().createObjectNode().put("type", "string");
    names.forEach(schema.putArray("enum")::add);
    return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
  }

  private static boolean isOptional(FieldScope field) {
    return field.getRawMember().getType() == Optional.class;
  }

  private static String describe(FieldScope field) {
    Description description = field.getAnnotation(Description.class);
    return description == null ? null : description.value();
  }
}
