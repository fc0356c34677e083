package dev.alidade.ask.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How plans are written, for those who write them; its examples are read by a test. */
public final class PlanGuide {
  /** The guide, as models and agents get it. */
  public static final String TEXT = text();

  private PlanGuide() {}

  private static String text() {
    try (InputStream guide =
        PlanGuide.class.getResourceAsStream("/dev/alidade/ask/plan-guide.md")) {
      return new String(guide.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
