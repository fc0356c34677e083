package dev.alidade.edge.install;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client is told, from what was typed; with whole paths, for clients start anywhere. */
record ServerEntries(Places places, Optional<String> launcher) {
  ServerEntry of(InstallOptions options) {
    List<String> paths = options.words().subList(1, options.words().size());
    Optional<String> config = options.value(InstallOptions.CONFIG);
    Optional<String> http = options.value(InstallOptions.HTTP);
    Optional<String> keyFile = options.value(InstallOptions.KEY_FILE);
    if (http.isPresent()) {
      if (!paths.isEmpty() || config.isPresent() || keyFile.isPresent()) {
        throw InstallOptions.wrong(
            "--http names a server that runs already, with its own data and callers; leave out"
                + " paths, --config and --key-file");
      }
      return new ServerEntry.Remote(address(http.get()));
    }
    if (!paths.isEmpty() && config.isPresent()) {
      throw InstallOptions.wrong("Name paths or a configuration, not both");
    }
    List<String> arguments = new ArrayList<>(List.of("mcp"));
    paths.forEach(path -> arguments.add(existing(path)));
    config
        .map(this::existing)
        .or(() -> paths.isEmpty() ? usualConfig() : Optional.empty())
        .ifPresent(file -> arguments.addAll(List.of(InstallOptions.CONFIG, file)));
    Map<String, String> environment =
        keyFile.map(file -> Map.of("ALIDADE_API_KEY_FILE", existing(file))).orElse(Map.of());
    return new ServerEntry.Program(command(), arguments, environment);
  }

  private String command() {
    return launcher.orElseThrow(
        () ->
            new AlidadeException(
                ErrorCode.NOT_SUPPORTED,
                "How Alidade is started here is not known; run this with the launcher ./alidade,"
                    + " or use --http with a server that runs"));
  }

  private Optional<String> usualConfig() {
    return Optional.of(places.here().resolve("alidade.yaml"))
        .filter(Files::exists)
        .map(file -> file.toAbsolutePath().normalize().toString());
  }

  private String existing(String path) {
    Path whole = places.here().resolve(path).toAbsolutePath().normalize();
    if (!Files.exists(whole)) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "%s does not exist; name a file or folder that does".formatted(whole));
    }
    return whole.toString();
  }

  private static String address(String text) {
    try {
      URI address = URI.create(text);
      boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (isHttp && address.getHost() != null && address.getUserInfo() == null) {
        return address.toString();
      }
    } catch (IllegalArgumentException malformed) {
      // Said below.
    }
    throw InstallOptions.wrong(
        "--http takes an address such as http://localhost:8484/mcp, not `%s`".formatted(text));
  }
}
