package dev.alidade.edge.install;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text of JSON, comments and commas at the end allowed, and where its members stand. */
record JsonText(String text) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A member of an object: where its name begins, and its value from and to. */
  record Member(String name, int from, int value, int to) {}

  /** An object: where its brace stands, its members, and where its closing brace stands. */
  record Braces(int open, List<Member> members, int close) {
    Optional<Member> member(String name) {
      return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }
  }

  /** What it says; fails where it is no JSON, or says something twice. */
  JsonNode tree() throws IOException {
    return MAPPER.readTree(text);
  }

  /** The object whose brace stands at or after a place. */
  Braces object(int from) throws IOException {
    List<Member> members = new ArrayList<>();
    try (JsonParser parser = MAPPER.getFactory().createParser(text.substring(from))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("there is no JSON object");
      }
      int open = from + start(parser);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        int begin = from + start(parser);
        parser.nextToken();
        int value = from + start(parser);
        parser.skipChildren();
        parser.finishToken();
        members.add(new Member(name, begin, value, from + end(parser)));
      }
      return new Braces(open, List.copyOf(members), from + start(parser));
    }
  }

  private static int start(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }

  private static int end(JsonParser parser) {
    return Math.toIntExact(parser.currentLocation().getCharOffset());
  }
}
