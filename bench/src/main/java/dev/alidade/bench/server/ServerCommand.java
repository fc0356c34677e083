package dev.alidade.bench.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a server is started. */
public record ServerCommand(List<String> words, Map<String, String> environment) {
  /** Stands for the port among the words. */
  public static final String PORT = "{port}";

  public ServerCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** The same with one more variable. */
  public ServerCommand with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new ServerCommand(words, more);
  }

  /** A process of it in {@code folder}, where no configuration of the user's is found. */
  public ProcessBuilder in(Path folder, int port) {
    List<String> command = new ArrayList<>();
    words.forEach(word -> command.add(word.replace(PORT, Integer.toString(port))));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    return builder;
  }
}
