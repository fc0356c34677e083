package dev.alidade.edge.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallCommandTest {
  private static final String LAUNCHER = "/opt/alidade/alidade";
  private static final String URL = "http://localhost:8484/mcp";

  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private void run(String typed, boolean canAsk, String... words) {
    List<String> arguments = new ArrayList<>(List.of("mcp"));
    arguments.addAll(List.of(words));
    assertThat(InstallCommand.isMeant(arguments)).isTrue();
    out.reset();
    errors.reset();
    new InstallCommand(
            new Places(Places.Platform.LINUX, home, Map.of(), home.resolve("project")),
            Optional.of(LAUNCHER),
            new InstallCommand.Talk(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                canAsk,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8)))
        .run(arguments);
  }

  private void run(String... words) {
    run("", false, words);
  }

  private Path file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.mapper().readTree(Files.readString(file));
  }

  private JsonNode json(String text) throws IOException {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude-desktop | .config/Claude/claude_desktop_config.json | {'mcpServers': {'alidade': {'command': '/opt/alidade/alidade', 'args': ['mcp']}}}",
        "claude-code | .claude.json | {'mcpServers': {'alidade': {'type': 'stdio', 'command': '/opt/alidade/alidade', 'args': ['mcp']}}}",
        "cursor | .cursor/mcp.json | {'mcpServers': {'alidade': {'command': '/opt/alidade/alidade', 'args': ['mcp']}}}",
        "vscode | .config/Code/User/mcp.json | {'servers': {'alidade': {'type': 'stdio', 'command': '/opt/alidade/alidade', 'args': ['mcp']}}}",
        "copilot | .copilot/mcp-config.json | {'mcpServers': {'alidade': {'type': 'local', 'command': '/opt/alidade/alidade', 'args': ['mcp'], 'tools': ['*']}}}",
        "gemini | .gemini/settings.json | {'mcpServers': {'alidade': {'command': '/opt/alidade/alidade', 'args': ['mcp']}}}",
        "lm-studio | .lmstudio/mcp.json | {'mcpServers': {'alidade': {'command': '/opt/alidade/alidade', 'args': ['mcp']}}}",
        "windsurf | .codeium/windsurf/mcp_config.json | {'mcpServers': {'alidade': {'command': '/opt/alidade/alidade', 'args': ['mcp']}}}"
      })
  void everyClientIsToldHowToStartIt(String client, String path, String written)
      throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());

    run("install", client, "--yes");

    assertThat(json(file)).isEqualTo(json(written));
    run("install", client);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("nothing to do");
    run("remove", client, "--yes");
    assertThat(json(file).elements().next()).isEmpty();
    run("remove", client);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("nothing to do");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude-code | {'mcpServers': {'alidade': {'type': 'http', 'url': 'http://localhost:8484/mcp'}}}",
        "cursor | {'mcpServers': {'alidade': {'url': 'http://localhost:8484/mcp'}}}",
        "vscode | {'servers': {'alidade': {'type': 'http', 'url': 'http://localhost:8484/mcp'}}}",
        "copilot | {'mcpServers': {'alidade': {'type': 'http', 'url': 'http://localhost:8484/mcp', 'tools': ['*']}}}",
        "gemini | {'mcpServers': {'alidade': {'httpUrl': 'http://localhost:8484/mcp'}}}",
        "lm-studio | {'mcpServers': {'alidade': {'url': 'http://localhost:8484/mcp'}}}",
        "windsurf | {'mcpServers': {'alidade': {'serverUrl': 'http://localhost:8484/mcp'}}}"
      })
  void everyClientIsToldWhereItRuns(String client, String written) throws IOException {
    run("install", client, "--http", URL, "--print");

    assertThat(json(out.toString(StandardCharsets.UTF_8))).isEqualTo(json(written));
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void claudeDesktopTakesNoAddressInItsFile() {
    assertThatThrownBy(() -> run("install", "claude-desktop", "--http", URL, "--print"))
        .hasMessageContaining("Connectors")
        .hasMessageContaining(URL);
  }

  @Test
  void pathsAreWrittenWhole() throws IOException {
    file("project/data/sales.csv", "a\n1\n");
    file("project/alidade.yaml", "sources: []\n");
    file("project/key.txt", "secret");

    run("install", "cursor", "data", "--key-file", "key.txt", "--print");
    JsonNode entry = json(out.toString(StandardCharsets.UTF_8)).at("/mcpServers/alidade");
    assertThat(entry.get("args"))
        .extracting(JsonNode::asText)
        .containsExactly("mcp", home.resolve("project/data").toString());
    assertThat(entry.at("/env/ALIDADE_API_KEY_FILE").asText())
        .isEqualTo(home.resolve("project/key.txt").toString());

    run("install", "cursor", "--print");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"--config\", \"" + home.resolve("project/alidade.yaml") + "\"");
  }

  @Test
  void aProjectHasItsOwnFile() throws IOException {
    run("install", "vscode", "--project", "--http=" + URL, "--yes", "--name", "shop");

    assertThat(json(home.resolve("project/.vscode/mcp.json")).at("/servers/shop/url").asText())
        .isEqualTo(URL);
    assertThatThrownBy(() -> run("install", "claude-desktop", "--project"))
        .hasMessageContaining("Claude Desktop has no settings for a project");
  }

  @Test
  void theChangeIsShownAndAskedFor() throws IOException {
    Path file =
        file(".cursor/mcp.json", "{\n  // mine\n  \"mcpServers\": {\n    \"a\": {}\n  }\n}\n");
    String before = Files.readString(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    run("n\n", true, "install", "cursor", "--http", URL);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains(
            "-     \"a\": {}\n+     \"a\": {},\n+     \"alidade\": {\n",
            "Write this? [y/N] ",
            "nothing was changed");
    assertThat(file).hasContent(before);

    run("yes\n", true, "install", "cursor", "--http", URL);
    assertThat(Files.readString(file)).contains("// mine", URL);
    assertThat(home.resolve(".cursor/mcp.json.alidade-backup")).hasContent(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent().toFile().list())
        .containsExactlyInAnyOrder("mcp.json", "mcp.json.alidade-backup");
    run("y\n", true, "remove", "cursor");
    assertThat(file).hasContent(before);
  }

  @Test
  void whereNobodyCanBeAskedItIsRefused() throws IOException {
    Path file = file(".cursor/mcp.json", "{}");

    assertThatThrownBy(() -> run("install", "cursor", "--http", URL))
        .hasMessageContaining("--yes")
        .hasMessageContaining(file.toString());
    run("", true, "install", "cursor", "--http", URL);

    assertThat(file).hasContent("{}");
  }

  @Test
  void aFileThatIsNotUnderstoodIsLeftAlone() throws IOException {
    Path file = file(".cursor/mcp.json", "{\n  \"a\": 1,\n  oops\n}");

    assertThatThrownBy(() -> run("install", "cursor", "--http", URL, "--yes"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
        .hasMessageContaining(file + " is no JSON at line 3")
        .hasMessageContaining("--print");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> run("install", "cursor", "--http", URL, "--yes"))
        .hasMessageContaining("no text in UTF-8");
    Files.writeString(file, "{\"mcpServers\": []}");
    assertThatThrownBy(() -> run("install", "cursor", "--http", URL, "--yes"))
        .hasMessageContaining("its `mcpServers` is no object");
  }

  @Test
  void aLinkIsKeptAndItsTargetChanged() throws IOException {
    Path real = file("dotfiles/mcp.json", "{}");
    Files.createDirectories(home.resolve(".cursor"));
    Path link = Files.createSymbolicLink(home.resolve(".cursor/mcp.json"), real);

    run("install", "cursor", "--http", URL, "--yes");

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).contains(URL);
  }

  @Test
  void aChangeInBetweenIsNotLost() throws IOException {
    ConfigFile file = new ConfigFile(file("mcp.json", "{}"));
    Optional<String> before = file.read();
    file("mcp.json", "{\"by\": \"somebody\"}");

    assertThatThrownBy(() -> file.replace(before, "{\"mine\": 1}"))
        .hasMessageContaining("was changed by somebody else");
    assertThat(file.path()).hasContent("{\"by\": \"somebody\"}");
  }

  @Test
  void wrongWordsSayWhatToWrite() {
    assertThatThrownBy(() -> run("install")).hasMessageContaining("claude-desktop, claude-code");
    assertThatThrownBy(() -> run("install", "claud-code"))
        .hasMessageContaining("did you mean `claude-code`?");
    assertThatThrownBy(() -> run("install", "cursor"))
        .hasMessageContaining("seems not to be installed")
        .hasMessageContaining("--file");
    assertThatThrownBy(() -> run("install", "cursor", "--prnt"))
        .hasMessageContaining("did you mean `--print`?");
    assertThatThrownBy(() -> run("install", "cursor", "--http"))
        .hasMessage("--http needs a value after it");
    assertThatThrownBy(() -> run("install", "cursor", "--http", "localhost:8484", "--print"))
        .hasMessageContaining("http://localhost:8484/mcp");
    assertThatThrownBy(() -> run("install", "cursor", "nothing.csv", "--print"))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> run("install", "cursor", "--http", URL, "--config", "x", "--print"))
        .hasMessageContaining("its own data");
    assertThatThrownBy(() -> run("install", "cursor", "--name", "a b", "--print"))
        .hasMessageContaining("--name");
    run("install", "--help");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: ./alidade mcp install");
  }

  @Test
  void filesLieWhereEachSystemPutsThem() {
    Places mac = new Places(Places.Platform.MAC, home, Map.of(), home);
    Places windows = new Places(Places.Platform.WINDOWS, home, Map.of("APPDATA", "/roaming"), home);
    Places linux =
        new Places(Places.Platform.LINUX, home, Map.of("XDG_CONFIG_HOME", "/settings"), home);

    assertThat(Client.CLAUDE_DESKTOP.file(mac))
        .isEqualTo(home.resolve("Library/Application Support/Claude/claude_desktop_config.json"));
    assertThat(Client.VS_CODE.file(mac))
        .isEqualTo(home.resolve("Library/Application Support/Code/User/mcp.json"));
    assertThat(Client.VS_CODE.file(windows)).isEqualTo(Path.of("/roaming/Code/User/mcp.json"));
    assertThat(Client.CLAUDE_DESKTOP.file(linux))
        .isEqualTo(Path.of("/settings/Claude/claude_desktop_config.json"));
    assertThat(Places.Platform.of("Mac OS X")).isEqualTo(Places.Platform.MAC);
    assertThat(Places.Platform.of("Windows 11")).isEqualTo(Places.Platform.WINDOWS);
    assertThat(Places.Platform.of("Linux")).isEqualTo(Places.Platform.LINUX);
  }
}
