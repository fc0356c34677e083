package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.chart.browser.Chromium;
import dev.alidade.chart.browser.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind has a picture, and the page shows it; {@code -Dalidade.gallery=write} draws all
 * pictures and writes the page, {@code -Dalidade.gallery=bar,line} draws these, and {@code =page}
 * only writes the page.
 */
class GalleryTest {
  private static final Path PICTURES = Path.of("../docs/images/charts");
  private static final Path PAGE = Path.of("../docs/guides/gallery.md");
  private static final Sight SIGHT = new Sight(640, 400, 1);
  private static final long LARGEST = 40 * 1024;
  private static final Map<String, String> TITLES = new HashMap<>();

  @BeforeAll
  static void write() throws IOException {
    for (String line : Files.readAllLines(ChartCase.FILES.resolve("gallery/titles.tsv"))) {
      TITLES.put(line.split("\t", -1)[0], line.split("\t", -1)[1]);
    }
    List<String> wanted = List.of(System.getProperty("alidade.gallery", "").split(",", -1));
    List<ChartKind> drawn =
        Arrays.stream(ChartKind.values())
            .filter(kind -> wanted.contains("write") || wanted.contains(ChartCase.name(kind)))
            .toList();
    if (wanted.contains("")) {
      return;
    }
    Files.createDirectories(PICTURES);
    Chromium chromium = Chromium.of(System.getenv());
    for (ChartKind kind : drawn) {
      Files.write(picture(kind), SmallPicture.of(png(kind, chromium)));
    }
    Files.writeString(PAGE, page());
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindHasASmallPicture(ChartKind kind) throws IOException {
    byte[] png = Files.readAllBytes(picture(kind));

    assertThat(Arrays.copyOfRange(png, 1, 4)).isEqualTo(new byte[] {'P', 'N', 'G'});
    assertThat(png.length).isLessThanOrEqualTo((int) LARGEST);
  }

  @Test
  void thePageShowsThemAll() throws IOException {
    assertThat(Files.readString(PAGE)).isEqualTo(page());
  }

  private static Path picture(ChartKind kind) {
    return PICTURES.resolve(ChartCase.name(kind) + ".png");
  }

  private static byte[] png(ChartKind kind, Chromium chromium) throws IOException {
    ChartCase some = example(kind);
    ChartSpec spec = spec(kind, some);
    Figure figure = PlotlyFigure.of(spec, some.columns(), some.rows());
    String alt = AltText.of(spec, new ChartTable(some.columns(), some.rows()));
    String page = FigurePage.still(figure, spec, alt);
    return chromium.png(page, FigurePage.READY, SIGHT, Cancellation.never());
  }

  /** Rows that look like somebody's, where those of the golden case are too few. */
  private static ChartCase example(ChartKind kind) throws IOException {
    String own = "gallery/" + ChartCase.name(kind);
    return Files.exists(ChartCase.FILES.resolve(own + ".csv"))
        ? ChartCase.read(own)
        : ChartCase.of(kind);
  }

  private static ChartSpec spec(ChartKind kind, ChartCase some) {
    String title = TITLES.get(ChartCase.name(kind));
    return ChartChooser.as(kind, title, some.columns(), some.rows()).orElseThrow();
  }

  private static String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # The gallery

            Every kind of chart, as `render_chart` draws it with its usual colours. `kind` is the name in
            brackets; [charts.md](charts.md) says what the parts of a spec do. The pictures are drawn, and this
            page written, by:

            ```
            ./mvnw -pl server test -Dtest=GalleryTest -Dalidade.gallery=write
            ```
            """);
    for (ChartKind kind : ChartKind.values()) {
      page.append(entry(kind));
    }
    return page.toString();
  }

  private static String entry(ChartKind kind) throws IOException {
    ChartCase some = example(kind);
    ChartSpec spec = spec(kind, some);
    String serves =
        kind.form().serves().stream()
            .sorted()
            .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return """

        ## %s (`%s`)

        ![%s](../images/charts/%s.png)

        %s. It takes %s%s.
        Here: %s.
        """
        .formatted(
            capital(kind.words()),
            ChartCase.name(kind),
            spec.title(),
            ChartCase.name(kind),
            reason(kind, some),
            kind.form().wants(),
            serves.isEmpty() ? "" : "; it serves " + serves,
            columns(spec));
  }

  /** Why one would choose it. */
  private static String reason(ChartKind kind, ChartCase some) {
    return ChartChooser.ranked("", "", some.columns(), some.rows()).stream()
        .filter(choice -> choice.spec().kind() == kind)
        .map(choice -> choice.fit().reason())
        .findFirst()
        .orElseThrow();
  }

  /** What the columns of the picture do. */
  private static String columns(ChartSpec spec) {
    List<String> parts = new ArrayList<>();
    spec.x().ifPresent(x -> parts.add("`x` is " + name(x)));
    if (!spec.y().isEmpty()) {
      parts.add(
          "`y` is " + spec.y().stream().map(GalleryTest::name).collect(Collectors.joining(", ")));
    }
    spec.series().ifPresent(series -> parts.add("`series` is " + name(series)));
    spec.size().ifPresent(size -> parts.add("`size` is " + name(size)));
    spec.z().ifPresent(z -> parts.add("`z` is " + name(z)));
    if (!spec.levels().isEmpty()) {
      parts.add(
          "`path` is "
              + spec.levels().stream().map(GalleryTest::name).collect(Collectors.joining(", ")));
    }
    return String.join("; ", parts);
  }

  private static String name(ChartSpec.Axis axis) {
    return "`" + axis.column() + "`";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
