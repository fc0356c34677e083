package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plotly and the outlines of maps as the web build leaves them beside the pages, which are served
 * the same files: {@code plotly/plotly.min.js} and {@code maps/<outlines>.json}.
 */
final class DrawingLibrary {
  private static final String PAGES = "/META-INF/resources/";
  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private DrawingLibrary() {}

  /** The script, whole; it builds no code from texts. */
  static String script() {
    return text("plotly/plotly.min.js");
  }

  /** Outlines by Plotly's name of them, as JSON. */
  static String outlines(String name) {
    return text("maps/" + name + ".json");
  }

  private static String text(String file) {
    return READ.computeIfAbsent(file, DrawingLibrary::read);
  }

  private static String read(String file) {
    try (InputStream in = DrawingLibrary.class.getResourceAsStream(PAGES + file)) {
      if (in == null) {
        throw new AlidadeException(
            ErrorCode.NOT_SUPPORTED,
            "This build has no drawing library, for it was built without the web client; `./alidade build` builds both, or ask for plotly");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
