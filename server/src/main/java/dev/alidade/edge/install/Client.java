package dev.alidade.edge.install;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program that starts or reaches MCP servers, and where it reads of them. */
enum Client {
  CLAUDE_DESKTOP("claude-desktop", "Claude Desktop", "mcpServers", Dialect.PROCESSES_ONLY) {
    @Override
    Path file(Places places) {
      return places.applications().resolve("Claude").resolve("claude_desktop_config.json");
    }
  },
  CLAUDE_CODE("claude-code", "Claude Code", "mcpServers", Dialect.TYPED) {
    @Override
    Path file(Places places) {
      return places.home().resolve(".claude.json");
    }

    @Override
    Optional<Path> projectFile(Places places) {
      return Optional.of(places.here().resolve(".mcp.json"));
    }
  },
  CURSOR("cursor", "Cursor", "mcpServers", Dialect.URL) {
    @Override
    Path file(Places places) {
      return places.home().resolve(".cursor").resolve("mcp.json");
    }

    @Override
    Optional<Path> projectFile(Places places) {
      return Optional.of(places.here().resolve(".cursor").resolve("mcp.json"));
    }
  },
  VS_CODE("vscode", "VS Code", "servers", Dialect.TYPED) {
    @Override
    Path file(Places places) {
      return places.applications().resolve("Code").resolve("User").resolve("mcp.json");
    }

    @Override
    Optional<Path> projectFile(Places places) {
      return Optional.of(places.here().resolve(".vscode").resolve("mcp.json"));
    }
  },
  COPILOT("copilot", "GitHub Copilot CLI", "mcpServers", Dialect.WITH_TOOLS) {
    @Override
    Path file(Places places) {
      return places.home().resolve(".copilot").resolve("mcp-config.json");
    }
  },
  GEMINI("gemini", "Gemini CLI", "mcpServers", Dialect.HTTP_URL) {
    @Override
    Path file(Places places) {
      return places.home().resolve(".gemini").resolve("settings.json");
    }

    @Override
    Optional<Path> projectFile(Places places) {
      return Optional.of(places.here().resolve(".gemini").resolve("settings.json"));
    }
  },
  LM_STUDIO("lm-studio", "LM Studio", "mcpServers", Dialect.URL) {
    @Override
    Path file(Places places) {
      return places.home().resolve(".lmstudio").resolve("mcp.json");
    }
  },
  WINDSURF("windsurf", "Windsurf", "mcpServers", Dialect.SERVER_URL) {
    @Override
    Path file(Places places) {
      return places.home().resolve(".codeium").resolve("windsurf").resolve("mcp_config.json");
    }
  };

  private final String word;
  private final String title;
  private final String section;
  private final Dialect dialect;

  Client(String word, String title, String section, Dialect dialect) {
    this.word = word;
    this.title = title;
    this.section = section;
    this.dialect = dialect;
  }

  /** The client of that word; fails with INVALID_INPUT. */
  static Client of(String word) {
    return Arrays.stream(values())
        .filter(client -> client.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    "`mcp` knows no client `%s`%s. Clients: %s"
                        .formatted(word, Nearest.hint(word, words()), String.join(", ", words()))));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(client -> client.word).toList();
  }

  String word() {
    return word;
  }

  String title() {
    return title;
  }

  /** The member of its file that holds the servers by name. */
  String section() {
    return section;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Where it reads what holds for all of a user's work. */
  abstract Path file(Places places);

  /** Where it reads what holds for one project, if it does. */
  Optional<Path> projectFile(Places places) {
    return Optional.empty();
  }
}
