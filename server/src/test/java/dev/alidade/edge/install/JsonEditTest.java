package dev.alidade.edge.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonEditTest {
  private static final ObjectNode ENTRY =
      Dialect.URL.write(new ServerEntry.Remote("http://localhost:8484/mcp"));

  private static String put(String text) throws IOException {
    return new JsonEdit(text, "mcpServers", "alidade").put(ENTRY);
  }

  private static String remove(String text) throws IOException {
    return new JsonEdit(text, "mcpServers", "alidade").remove();
  }

  @Test
  void aFileThatSaysNothingGetsAllOfIt() throws IOException {
    String whole =
        """
        {
          "mcpServers": {
            "alidade": {
              "url": "http://localhost:8484/mcp"
            }
          }
        }""";
    assertThat(put("")).isEqualTo(whole);
    assertThat(put("{}")).isEqualTo(whole);
    assertThat(put("{\n}\n")).isEqualTo(whole + "\n");
    assertThat(put("{ \"mcpServers\": {} }"))
        .isEqualTo(
            """
            { "mcpServers": {
                "alidade": {
                  "url": "http://localhost:8484/mcp"
                }
              } }""");
  }

  @Test
  void commentsOrderAndIndentsStay() throws IOException {
    String before =
        """
        // our servers
        {
        \t"theme": "dark", // not "light"
        \t"mcpServers": {
        \t\t/* the old one, { of course } */
        \t\t"other": { "command": "x", "args": [1, 2,], }, // stays
        \t\t// "alidade": { "url": "was here" }
        \t},
        }
        """;
    String after = put(before);

    assertThat(after)
        .isEqualTo(
            before.replace(
                "was here\" }\n",
                "was here\" }\n\t\t\"alidade\": {\n\t\t\t\"url\": \"http://localhost:8484/mcp\"\n\t\t}\n"));
    assertThat(new JsonText(after).tree().at("/mcpServers/alidade")).isEqualTo(ENTRY);
    assertThat(new JsonText(remove(after)).tree()).isEqualTo(new JsonText(before).tree());
    assertThat(remove(after)).contains("// stays", "/* the old one", "// \"alidade\"", "// our");
  }

  @Test
  void whatIsThereIsReplacedInItsPlace() throws IOException {
    String before =
        String.join(
            "\r\n",
            "{",
            "    \"a\": 1,",
            "    \"mcpServers\": {",
            "        \"alidade\": {\"url\": \"old\"},",
            "        \"b\": 2",
            "    }",
            "}",
            "");

    assertThat(put(before))
        .isEqualTo(
            before.replace(
                "{\"url\": \"old\"}",
                "{\r\n            \"url\": \"http://localhost:8484/mcp\"\r\n        }"));
  }

  @Test
  void takingItBackLeavesTheTextAsItWas() throws IOException {
    for (String before :
        List.of(
            "{\n  \"mcpServers\": {\n    \"other\": 1\n  }\n}\n",
            "{\n  \"mcpServers\": {\n    \"other\": 1 // why\n  }\n}\n",
            "{\n  \"mcpServers\": {\n    \"a\": \"x\",\n    \"b\": {\n      \"c\": []\n    }\n  }\n}")) {
      assertThat(remove(put(before))).isEqualTo(before);
    }
    String first = "{\n  \"mcpServers\": {\n    \"alidade\": 1,\n    \"b\": 2\n  }\n}";
    assertThat(remove(first)).isEqualTo("{\n  \"mcpServers\": {\n    \"b\": 2\n  }\n}");
    assertThat(remove("{\"mcpServers\": {\"a\": 1, \"alidade\": 2}}"))
        .isEqualTo("{\"mcpServers\": {\"a\": 1}}");
    assertThat(remove("{\"mcpServers\": {\"alidade\": 2, \"a\": 1}}"))
        .isEqualTo("{\"mcpServers\": { \"a\": 1}}");
    assertThat(remove("{\"mcpServers\": {\"alidade\": 2}}")).isEqualTo("{\"mcpServers\": {}}");
    assertThat(remove("{\"theme\": 1}")).isEqualTo("{\"theme\": 1}");
    assertThat(remove("{\"mcpServers\": {\"b\": 1}}")).isEqualTo("{\"mcpServers\": {\"b\": 1}}");
  }

  @Test
  void whatIsNoObjectIsNotTouched() {
    for (String text :
        List.of(
            "[]",
            "{",
            "{\"a\": 1}}",
            "{} {}",
            "{\"mcpServers\": []}",
            "{\"mcpServers\": 1, \"mcpServers\": {}}",
            "text")) {
      assertThatThrownBy(() -> put(text)).as(text).isInstanceOf(IOException.class);
    }
  }

  /** Texts of every form; a failure prints the seed. */
  @Test
  void nothingElseEverChanges() throws IOException {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      String text = text(random);
      String after = put(text);
      ObjectNode expected = (ObjectNode) new JsonText(text).tree();
      expected.withObjectProperty("mcpServers").set("alidade", ENTRY);
      assertThat(new JsonText(after).tree())
          .as("seed %d, round %d: %s", seed, round, text)
          .isEqualTo(expected);
      expected.withObjectProperty("mcpServers").remove("alidade");
      assertThat(new JsonText(remove(after)).tree())
          .as("seed %d, round %d, taken back: %s", seed, round, after)
          .isEqualTo(expected);
      assertThat(comments(remove(after))).isEqualTo(comments(text));
      assertThat(put(after)).isEqualTo(after);
    }
  }

  private static long comments(String text) {
    return text.split("note", -1).length;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(gap(random)).append('{').append(gap(random));
    int members = random.nextInt(4);
    int place = random.nextInt(members + 1);
    for (int index = 0; index <= members; index++) {
      boolean isServers = index == place && random.nextInt(4) > 0;
      text.append(isServers ? "\"mcpServers\"" : "\"m" + index + "\"");
      text.append(gap(random)).append(':').append(gap(random));
      text.append(isServers ? servers(random) : value(random));
      boolean isLast = index == members;
      text.append(gap(random)).append(!isLast || random.nextBoolean() ? "," : "");
      text.append(gap(random));
    }
    return text.append('}').append(gap(random)).toString();
  }

  private static String servers(Random random) {
    StringBuilder text = new StringBuilder("{").append(gap(random));
    List<String> names = new java.util.ArrayList<>(List.of("\"a\"", "\"alidade\"", "\"z\""));
    java.util.Collections.shuffle(names, random);
    int count = random.nextInt(4);
    for (int index = 0; index < count; index++) {
      text.append(names.get(index)).append(": ").append(value(random));
      boolean isLast = index == count - 1;
      text.append(gap(random)).append(!isLast || random.nextBoolean() ? "," : "");
      text.append(gap(random));
    }
    return text.append('}').toString();
  }

  private static String value(Random random) {
    return List.of(
            "1",
            "-2.5e3",
            "true",
            "null",
            "\"x, // y } \\\" z\"",
            "[1, {\"a\": [ ] },]",
            "{\"b\": \"/*\", \"c\": {} }",
            "{}")
        .get(random.nextInt(8));
  }

  private static String gap(Random random) {
    return List.of("", "", " ", "\n", "\n  ", "\r\n\t", " // note , } \"\n", "/* note: { , */")
        .get(random.nextInt(8));
  }
}
