package dev.alidade.edge.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.operation.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide on MCP shows is what the product prints. */
class McpGuideTest {
  private static final Path GUIDE = Path.of("../docs/guides/mcp.md");
  private static final Pattern PRINTED =
      Pattern.compile(
          "```\n\\./alidade (mcp install [^\n]* --print)\n```\n\n```json\n(.*?)```",
          Pattern.DOTALL);
  private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home;

  @Test
  void everyPrintedChangeIsWhatIsPrinted() throws IOException {
    Files.createDirectories(home.resolve("exports"));
    Files.writeString(home.resolve("alidade.yaml"), "");
    Files.writeString(home.resolve(".alidade-key"), "");
    List<MatchResult> shown = PRINTED.matcher(Files.readString(GUIDE)).results().toList();

    assertThat(shown).hasSize(6);
    for (MatchResult each : shown) {
      String expected = each.group(2).replace("/home/ada", home.toString());
      assertThat(printed(each.group(1))).as(each.group(1)).isEqualTo(expected);
    }
  }

  @Test
  void everySnippetIsJson() throws IOException {
    List<String> snippets =
        JSON.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)).toList();

    assertThat(snippets).hasSizeGreaterThan(7);
    for (String snippet : snippets) {
      assertThat(Json.mapper().readTree(snippet).isObject()).as(snippet).isTrue();
    }
  }

  @Test
  void everyClientIsNamed() throws IOException {
    assertThat(Files.readString(GUIDE)).contains(Client.words());
  }

  private String printed(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // The shell knows what `~` is.
    List<String> words = List.of(command.replace("~", home.toString()).split(" ", -1));
    new InstallCommand(
            new Places(Places.Platform.LINUX, home, Map.of(), home),
            Optional.of(home.resolve("alidade/alidade").toString()),
            new InstallCommand.Talk(
                new ByteArrayInputStream(new byte[0]),
                false,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8)))
        .run(words);
    return out.toString(StandardCharsets.UTF_8);
  }
}
