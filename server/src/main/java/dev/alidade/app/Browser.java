package dev.alidade.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens a page in the person's browser, where there is a person and a display. */
final class Browser {
  private Browser() {}

  /** Opens the page if that makes sense; never fails. */
  static void open(String address, boolean atTerminal, Map<String, String> environment) {
    Optional<List<String>> command =
        commandFor(address, System.getProperty("os.name"), atTerminal, environment);
    if (command.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder(command.get())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noBrowser) {
      // The address was printed; the person opens it.
    }
  }

  static Optional<List<String>> commandFor(
      String address, String system, boolean atTerminal, Map<String, String> environment) {
    boolean isRemote =
        environment.containsKey("SSH_CONNECTION")
            || environment.containsKey("SSH_TTY")
            || environment.containsKey("CI");
    if (!atTerminal || isRemote) {
      return Optional.empty();
    }
    if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
      return Optional.of(List.of("open", address));
    }
    boolean hasDisplay =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return hasDisplay ? Optional.of(List.of("xdg-open", address)) : Optional.empty();
  }
}
