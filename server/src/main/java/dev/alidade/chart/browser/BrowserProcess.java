package dev.alidade.chart.browser;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser with a profile of its own that lives for one picture: it is killed and its profile
 * removed at the end, when its time is over, or when nobody waits any more.
 */
final class BrowserProcess implements AutoCloseable {
  // The browser speaks on its third and fourth stream; a Java process gives the first two only.
  private static final String CONNECT =
      "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null";
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--remote-debugging-pipe",
          // No network: every address, this machine's too, is behind a proxy that is not there.
          "--proxy-server=127.0.0.1:9",
          "--proxy-bypass-list=<-loopback>",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-sync",
          "--disable-default-apps",
          "--disable-extensions",
          "--disable-breakpad",
          "--disable-crash-reporter",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--no-default-browser-check",
          "--password-store=basic",
          "--use-mock-keychain",
          "--mute-audio",
          "--hide-scrollbars",
          "--font-render-hinting=none",
          "--force-color-profile=srgb",
          // Depth is drawn by the processor, for a server has no graphics card.
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader");

  private final Process process;
  private final Path profile;
  private final Duration longest;
  private final Cancellation cancellation;
  private final Cancellation.Registration killing;
  private volatile boolean late;

  private BrowserProcess(
      Process process, Path profile, Duration longest, Cancellation cancellation) {
    this.process = process;
    this.profile = profile;
    this.longest = longest;
    this.cancellation = cancellation;
    killing = cancellation.onCancel(this::kill);
    process
        .onExit()
        .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            tooLong -> {
              late = true;
              kill();
              return process;
            });
  }

  static BrowserProcess start(Path program, Duration longest, Cancellation cancellation) {
    try {
      Path profile = Files.createTempDirectory("alidade-picture");
      try {
        return new BrowserProcess(launch(program, profile), profile, longest, cancellation);
      } catch (IOException failure) {
        remove(profile);
        throw failure;
      }
    } catch (IOException failure) {
      throw broken("Chromium at `%s` does not start; see that it may be run".formatted(program));
    }
  }

  private static Process launch(Path program, Path profile) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", CONNECT, program.toString()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile.resolve("profile"));
    if ("root".equals(System.getProperty("user.name"))) {
      // Chromium refuses to guard itself as root; what it is shown is our own page.
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.putAll(
        Map.of(
            "PATH",
            path,
            "HOME",
            profile.toString(),
            "TMPDIR",
            profile.toString(),
            "LANG",
            "C.UTF-8",
            "TZ",
            "UTC"));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  void write(String message) {
    try {
      OutputStream out = process.getOutputStream();
      out.write(message.getBytes(StandardCharsets.UTF_8));
      out.write(0);
      out.flush();
    } catch (IOException gone) {
      throw failed();
    }
  }

  String read() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try {
      InputStream in = process.getInputStream();
      for (int unit = in.read(); unit != 0; unit = in.read()) {
        if (unit < 0) {
          throw failed();
        }
        message.write(unit);
      }
    } catch (IOException gone) {
      throw failed();
    }
    return message.toString(StandardCharsets.UTF_8);
  }

  private AlidadeException failed() {
    cancellation.check();
    return late
        ? broken(
            "Chromium did not draw the picture within %d seconds; draw fewer rows, or ask for html or plotly"
                .formatted(longest.toSeconds()))
        : broken(
            "Chromium ended before the picture was drawn; see whether it runs where the server runs, or ask for html or plotly");
  }

  static AlidadeException broken(String message) {
    return new AlidadeException(ErrorCode.BROWSER_UNAVAILABLE, message);
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    killing.close();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    kill();
    all.forEach(
        each -> each.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(stays -> each).join());
    remove(profile);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw broken(
          "The picture's temporary files cannot be removed; see to `%s`".formatted(folder));
    }
  }
}
