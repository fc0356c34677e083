package dev.alidade.semantic.ossie;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.alidade.semantic.Accumulation;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.formula.FormulaWriter;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TimeGrain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a model as the YAML that {@link OssieReader} reads. */
public final class OssieWriter {
  private static final ObjectMapper JSON = new JsonMapper();
  private static final ObjectMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int LINE = 100;

  private OssieWriter() {}

  /** The text of a model. */
  public static String write(SemanticModel model) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", "0.1.1");
    file.put("semantic_model", List.of(model(model)));
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(4);
    options.setIndicatorIndent(2);
    options.setWidth(LINE);
    options.setSplitLines(false);
    return new Yaml(options).dump(file);
  }

  /** The text of a dataset without its fields, for comparing. */
  public static String definition(Dataset dataset) {
    Map<String, Object> map = dataset(dataset);
    map.remove("fields");
    return definition(map);
  }

  /** The text of a field, for comparing. */
  public static String definition(Field field, String dataset) {
    return definition(field(field, dataset));
  }

  /** The text of a relationship, for comparing. */
  public static String definition(Relationship relationship) {
    return definition(relationship(relationship));
  }

  /** The text of a metric, for comparing. */
  public static String definition(Metric metric) {
    return definition(metric(metric));
  }

  private static String definition(Map<String, Object> map) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    return new Yaml(options).dump(map);
  }

  private static Map<String, Object> model(SemanticModel model) {
    Map<String, Object> map = named(model.name(), model.description(), List.of());
    map.put("datasets", model.datasets().stream().map(OssieWriter::dataset).toList());
    putAll(map, "relationships", model.relationships().stream().map(OssieWriter::relationship));
    putAll(map, "metrics", model.metrics().stream().map(OssieWriter::metric));
    Map<String, Object> ours = new LinkedHashMap<>();
    if (model.firstMonth() != 1) {
      ours.put("fiscal_year_first_month", model.firstMonth());
    }
    putAll(
        ours,
        "glossary",
        model.glossary().stream()
            .map(
                term -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("term", term.term());
                  entry.put("meaning", term.meaning());
                  put(entry, "synonyms", term.synonyms());
                  return entry;
                }));
    putAll(
        ours,
        "verified_questions",
        model.verifiedQuestions().stream()
            .map(
                question -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("name", question.name());
                  entry.put("question", question.question());
                  entry.put("sql", question.sql());
                  question.verifiedBy().ifPresent(by -> entry.put("verified_by", by));
                  return entry;
                }));
    extend(map, ours);
    return map;
  }

  private static Map<String, Object> dataset(Dataset dataset) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", dataset.name());
    map.put("source", source(dataset.table()));
    put(map, "primary_key", dataset.primaryKey());
    describe(map, dataset.description(), dataset.synonyms());
    putAll(map, "fields", dataset.fields().stream().map(field -> field(field, dataset.name())));
    Map<String, Object> ours = new LinkedHashMap<>();
    put(ours, "display", dataset.display());
    extend(map, ours);
    return map;
  }

  private static String source(TableName table) {
    return Stream.concat(table.schema().stream(), Stream.of(table.table()))
        .map(part -> part.matches("[\\w$-]+") ? part : "\"" + part + "\"")
        .collect(Collectors.joining("."));
  }

  private static Map<String, Object> field(Field field, String dataset) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", field.name());
    map.put("expression", ansi(FormulaWriter.field(field.formula(), dataset)));
    if (field.dimension()) {
      map.put("dimension", Map.of("is_time", field.time()));
    } else if (field.time()) {
      map.put("datatype", "DateTime");
    }
    describe(map, field.description(), field.synonyms());
    Map<String, Object> ours = new LinkedHashMap<>();
    field.unit().ifPresent(unit -> ours.put("unit", unit));
    if (!field.values().isEmpty()) {
      ours.put("values", new TreeMap<>(field.values()));
    }
    extend(map, ours);
    return map;
  }

  private static Map<String, Object> relationship(Relationship relationship) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", relationship.name());
    map.put("from", relationship.from());
    map.put("to", relationship.to());
    map.put("from_columns", relationship.fromColumns());
    map.put("to_columns", relationship.toColumns());
    Map<String, Object> ours = new LinkedHashMap<>();
    put(ours, "roles", relationship.synonyms());
    extend(map, ours);
    return map;
  }

  private static Map<String, Object> metric(Metric metric) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", metric.name());
    map.put("expression", ansi(FormulaWriter.metric(metric.formula())));
    describe(map, metric.description(), metric.synonyms());
    Map<String, Object> ours = new LinkedHashMap<>();
    metric.time().ifPresent(time -> ours.put("time", time.dataset() + "." + time.column()));
    metric.unit().ifPresent(unit -> ours.put("unit", unit));
    metric.accumulation().ifPresent(how -> ours.put("cumulative", accumulation(how)));
    metric.grain().ifPresent(grain -> ours.put("grain", word(grain)));
    extend(map, ours);
    return map;
  }

  private static Object accumulation(Accumulation accumulation) {
    return switch (accumulation) {
      case Accumulation.Everything() -> "all";
      case Accumulation.ToDate(TimeGrain grain) -> Map.of("to_date", word(grain));
      case Accumulation.Last(int count, TimeGrain grain) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("last", count);
        map.put("grain", word(grain));
        yield map;
      }
    };
  }

  private static String word(TimeGrain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> ansi(String expression) {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("dialect", "ANSI_SQL");
    dialect.put("expression", expression);
    return Map.of("dialects", List.of(dialect));
  }

  private static Map<String, Object> named(
      String name, Optional<String> description, List<String> synonyms) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    describe(map, description, synonyms);
    return map;
  }

  private static void describe(
      Map<String, Object> map, Optional<String> description, List<String> synonyms) {
    description.ifPresent(text -> map.put("description", text));
    if (!synonyms.isEmpty()) {
      map.put("ai_context", Map.of("synonyms", synonyms));
    }
  }

  private static void put(Map<String, Object> map, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      map.put(key, texts);
    }
  }

  private static void putAll(
      Map<String, Object> map, String key, Stream<Map<String, Object>> parts) {
    List<Map<String, Object>> list = parts.toList();
    if (!list.isEmpty()) {
      map.put(key, list);
    }
  }

  private static void extend(Map<String, Object> map, Map<String, Object> ours) {
    if (ours.isEmpty()) {
      return;
    }
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("vendor_name", Part.VENDOR);
    extension.put("data", json(ours));
    map.put("custom_extensions", List.of(extension));
  }

  private static String json(Map<String, Object> ours) {
    try {
      String line = JSON.writeValueAsString(ours);
      return line.length() <= LINE ? line : PRETTY.writeValueAsString(ours) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
