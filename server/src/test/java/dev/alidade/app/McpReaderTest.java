package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.edge.mcp.tool.Listing;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.edge.mcp.tool.Toolset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpReaderTest {
  @TempDir Path folder;

  private ToolSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("alidade.yaml"), text);
    return new ConfigReader(List.of(), new Environment(Map.of())).read(file).tools();
  }

  @Test
  void readsWhatIsListedForWhom() throws IOException {
    ToolSettings settings =
        read(
            """
            roles:
              - { name: analyst }
            mcp:
              tools: all
              toolsets:
                - { roles: [analyst, admin], tools: [ask, query] }
            """);

    assertThat(settings.listing()).isEqualTo(new Listing.Everything());
    assertThat(settings.toolsets())
        .containsExactly(
            new Toolset(Set.of("analyst", "admin"), new Listing.Named(List.of("ask", "query"))));
    assertThat(read("mcp: { toolsets: [] }")).isEqualTo(ToolSettings.USUAL);
  }

  @Test
  void namesAllThatIsWrong() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    roles:
                      - { name: analyst }
                    mcp:
                      tools: some
                      toolsets:
                        - { roles: [analist], tools: [ask] }
                        - { roles: [analyst] }
                      tool: all
                    """))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining(".yaml:4: `mcp.tools` is `some`, which is not known")
        .hasMessageContaining("`mcp.toolsets[1].roles[1]` is `analist`, which is not known")
        .hasMessageContaining("`mcp.toolsets[2]` needs `tools: ...`")
        .hasMessageContaining("`mcp.tool` is not a setting");
  }
}
