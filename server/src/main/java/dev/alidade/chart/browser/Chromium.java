package dev.alidade.chart.browser;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws pages as pictures, each in a process of its own that reaches no network, where Chromium is
 * installed.
 */
public final class Chromium {
  /** Names a program that is not on the path. */
  public static final String VARIABLE = "ALIDADE_CHROMIUM";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final int AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Optional<Path> program;
  private final Duration longest;
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  Chromium(Optional<Path> program, Duration longest) {
    this.program = Objects.requireNonNull(program, "program");
    this.longest = Objects.requireNonNull(longest, "longest");
  }

  /** The one that the environment names, or the first on its path. */
  public static Chromium of(Map<String, String> environment) {
    Stream<Path> named = Optional.ofNullable(environment.get(VARIABLE)).map(Path::of).stream();
    Stream<Path> onPath =
        NAMES.stream()
            .flatMap(
                name ->
                    Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)));
    Stream<Path> all = environment.containsKey(VARIABLE) ? named : onPath;
    return new Chromium(all.filter(Files::isExecutable).findFirst(), Duration.ofSeconds(60));
  }

  /** Whether pictures can be drawn at all. */
  public boolean isInstalled() {
    return program.isPresent();
  }

  /** A page as PNG, once its expression {@code ready} has come true. */
  public byte[] png(String page, String ready, Sight sight, Cancellation cancellation) {
    return seen(
        page, ready, sight, cancellation, open -> Base64.getDecoder().decode(open.screenshot()));
  }

  /** A page as PDF of one sheet as large as the sight. */
  public byte[] pdf(String page, String ready, Sight sight, Cancellation cancellation) {
    return seen(
        page, ready, sight, cancellation, open -> Base64.getDecoder().decode(open.print(sight)));
  }

  /** The text that an expression gives in a page. */
  public String text(
      String page, String ready, String expression, Sight sight, Cancellation cancellation) {
    return seen(page, ready, sight, cancellation, open -> open.evaluate(expression).asText());
  }

  private <T> T seen(
      String page,
      String ready,
      Sight sight,
      Cancellation cancellation,
      Function<OpenPage, T> look) {
    Path chromium =
        program.orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.BROWSER_UNAVAILABLE,
                    "Such a picture is drawn by Chromium, which is not installed where the server runs; install it (Debian: apt-get install chromium) or name it in %s, or ask for html or plotly"
                        .formatted(VARIABLE)));
    await(cancellation);
    try (BrowserProcess process = BrowserProcess.start(chromium, longest, cancellation)) {
      OpenPage open = OpenPage.show(process, page, sight);
      open.evaluate(ready);
      return look.apply(open);
    } finally {
      free.release();
    }
  }

  private void await(Cancellation cancellation) {
    cancellation.check();
    Thread waiting = Thread.currentThread();
    boolean mine = false;
    Cancellation.Registration waking = cancellation.onCancel(waiting::interrupt);
    try {
      mine = free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      cancellation.check();
      Thread.currentThread().interrupt();
      throw new AlidadeException(ErrorCode.QUERY_CANCELLED, "Interrupted", interrupted);
    } finally {
      waking.close();
    }
    if (!mine) {
      throw new AlidadeException(
          ErrorCode.OVERLOADED,
          "%d pictures are being drawn and more wait; try again in a few seconds"
              .formatted(AT_ONCE));
    }
  }
}
