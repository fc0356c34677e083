package dev.alidade.edge.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a client sends and accepts from its headers. */
public final class Negotiation {
  /** What an answer is unless the client asks for something else. */
  public static final String JSON = "application/json";

  /** Server-sent events. */
  public static final String EVENTS = "text/event-stream";

  private Negotiation() {}

  /** The media type that the client likes best among the offered; the first stands for any. */
  static Optional<String> choose(HttpServerRequest request, List<String> offered) {
    String header = request.getHeader("Accept");
    if (header == null || header.equals("*/*") || header.equals(offered.getFirst())) {
      return Optional.of(offered.getFirst());
    }
    return ranges(header).stream()
        .filter(range -> range.quality > 0)
        .flatMap(range -> match(range.type, offered).stream())
        .findFirst();
  }

  /** Whether the client accepts a media type; one without wishes accepts everything. */
  public static boolean accepts(HttpServerRequest request, String mediaType) {
    return choose(request, List.of(mediaType)).isPresent();
  }

  /** Whether the body is declared as JSON in UTF-8, which a foreign page cannot send unasked. */
  public static boolean isJson(HttpServerRequest request) {
    String header = request.getHeader("Content-Type");
    if (header == null) {
      return false;
    }
    if (header.equals(JSON)) {
      return true;
    }
    String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals(JSON)) {
      return false;
    }
    for (int index = 1; index < parts.length; index++) {
      String parameter = parts[index].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }

  /**
   * The encoding that a client likes best, the first of those that it likes alike. What it does not
   * name it does not refuse if that is `identity`, which is liked least then.
   */
  static String best(String header, List<String> offered) {
    List<Range> ranges = ranges(header);
    String best = "identity";
    double most = 0;
    for (String encoding : offered) {
      double quality = quality(ranges, encoding);
      if (quality > most) {
        most = quality;
        best = encoding;
      }
    }
    return best;
  }

  private static double quality(List<Range> ranges, String encoding) {
    return ranges.stream()
        .filter(range -> range.type.equals(encoding))
        .findFirst()
        .or(() -> ranges.stream().filter(range -> range.type.equals("*")).findFirst())
        .map(Range::quality)
        .orElse(0.0);
  }

  private static Optional<String> match(String wanted, List<String> offered) {
    if (wanted.equals("*/*")) {
      return Optional.of(offered.getFirst());
    }
    if (wanted.endsWith("/*")) {
      String prefix = wanted.substring(0, wanted.length() - 1);
      return offered.stream().filter(type -> type.startsWith(prefix)).findFirst();
    }
    return offered.stream().filter(wanted::equals).findFirst();
  }

  private static List<Range> ranges(String header) {
    List<Range> ranges = new ArrayList<>();
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] pieces = part.split(";", -1);
      double quality = 1;
      for (int index = 1; index < pieces.length; index++) {
        String piece = pieces[index].strip();
        if (piece.matches("q=[01](\\.[0-9]{0,3})?")) {
          quality = Double.parseDouble(piece.substring(2));
        }
      }
      ranges.add(new Range(pieces[0].strip(), quality));
    }
    ranges.sort(Comparator.comparingDouble(Range::quality).reversed());
    return ranges;
  }

  private record Range(String type, double quality) {}
}
