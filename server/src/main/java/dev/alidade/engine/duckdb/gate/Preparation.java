package dev.alidade.engine.duckdb.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Location;
import dev.alidade.sql.RecentTexts;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Numbers the parameters of governed statements, and finds the caller's character for a byte. */
public final class Preparation {
  private final Grammar grammar;
  private final RecentTexts<PreparedText> prepared = new RecentTexts<>(1_000, 10_000);

  /** Reads statements with {@code grammar}. */
  public Preparation(Grammar grammar) {
    this.grammar = grammar;
  }

  /** The statement as the driver takes it. */
  public PreparedText prepare(String governedText) {
    if (governedText.indexOf('$') < 0 && governedText.indexOf('?') < 0) {
      return new PreparedText(governedText, List.of());
    }
    return prepared.computeIfAbsent(governedText, this::number);
  }

  /** The character of the caller's text that became a byte of the text that ran. */
  public Optional<Location> find(String ranText, String writtenText, int byteOffset) {
    if (byteOffset < 0) {
      return Optional.empty();
    }
    Utf8Text written = new Utf8Text(writtenText);
    if (writtenText.equals(ranText)) {
      return Optional.of(written.locationOf(byteOffset));
    }
    return tree(ranText)
        .flatMap(ran -> tree(writtenText).map(own -> SyntaxTree.places(ran, own)))
        .flatMap(places -> nearest(places, byteOffset))
        .map(written::locationOf);
  }

  private static Optional<Integer> nearest(NavigableMap<Integer, Integer> places, int byteOffset) {
    return Optional.ofNullable(places.floorEntry(byteOffset)).map(Map.Entry::getValue);
  }

  private PreparedText number(String text) {
    Optional<JsonNode> tree = tree(text);
    List<String> names = tree.map(Preparation::names).orElse(List.of());
    if (names.stream().allMatch(name -> Character.isDigit(name.charAt(0)))) {
      return new PreparedText(text, names);
    }
    try {
      JsonNode numbered = tree.orElseThrow();
      Map<String, String> numbers = new HashMap<>();
      for (int index = 0; index < names.size(); index++) {
        numbers.put(names.get(index), Integer.toString(index + 1));
      }
      replace(numbered, numbers);
      return new PreparedText(grammar.print(numbered.toString()).text(), names);
    } catch (SQLException unprintable) {
      return new PreparedText(text, names);
    }
  }

  private static List<String> names(JsonNode tree) {
    JsonNode map = tree.path("statements").path(0).path("named_param_map");
    return StreamSupport.stream(map.spliterator(), false)
        .sorted(Comparator.comparingInt(entry -> entry.path("value").asInt()))
        .map(entry -> entry.path("key").asText())
        .toList();
  }

  private static void replace(JsonNode node, Map<String, String> numbers) {
    if (node instanceof ObjectNode object) {
      String field = node.path("class").asText().equals("PARAMETER") ? "identifier" : "key";
      String number = numbers.get(node.path(field).asText());
      boolean isEntry = node.size() == 2 && node.path("value").isInt();
      if (number != null && (isEntry || field.equals("identifier"))) {
        object.put(field, number);
      }
    }
    node.forEach(child -> replace(child, numbers));
  }

  private Optional<JsonNode> tree(String sql) {
    try {
      return Optional.of(SyntaxTree.read(grammar.parse(sql)));
    } catch (SQLException | JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}
