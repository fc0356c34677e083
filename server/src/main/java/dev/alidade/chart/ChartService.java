package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.OutputFile;
import dev.alidade.query.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws rows that their caller may see, in every format. */
final class ChartService {
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_ALTERNATIVES = 5;
  private static final int NARROWEST = 200;
  private static final int LOWEST = 150;
  private static final int LARGEST = 4_000;

  private final ChartRows rows;
  private final ChartPictures pictures;

  ChartService(ChartRows rows, ChartPictures pictures) {
    this.rows = rows;
    this.pictures = pictures;
  }

  RenderChartOutput render(RenderChartInput input, Invocation invocation) {
    return render(input, input.as().orElse(ChartFormat.PLOTLY), invocation);
  }

  /** The chart as a file, whatever the input says it is to be. */
  OutputFile file(RenderChartInput input, ChartFormat format, Invocation invocation) {
    return render(input, format, invocation).file().orElseThrow();
  }

  private RenderChartOutput render(
      RenderChartInput input, ChartFormat format, Invocation invocation) {
    check(input);
    ChartRows.Found found = rows.read(input, invocation);
    Rows drawn = found.rows();
    String title = input.title().or(found::question).orElse("");
    List<ChartChoice> ranked =
        ChartChooser.ranked(found.question().orElse(""), title, drawn.columns(), drawn.rows());
    ChartSpec spec = styled(input, chosen(input, title, ranked, drawn));
    // It is drawn whatever the format, for this also tells what a spec lacks.
    Figure figure = PlotlyFigure.of(spec, drawn.columns(), drawn.rows());
    ChartTable table = new ChartTable(drawn.columns(), drawn.rows());
    ChartPictures.Drawing drawing =
        new ChartPictures.Drawing(spec, table, figure, AltText.of(spec, table));
    Optional<byte[]> content = content(drawing, format, size(input), invocation.cancellation());
    return new RenderChartOutput(
        format,
        spec,
        alternatives(ranked, spec.kind()),
        drawing.alt(),
        drawn.truncated(),
        switch (format) {
          case PLOTLY -> Optional.of(figure);
          case VEGA_LITE -> Optional.of(VegaLite.of(spec, drawn.columns(), drawn.rows()));
          case SVG, HTML, PNG, PDF -> Optional.empty();
        },
        content
            .filter(some -> format == ChartFormat.SVG)
            .map(svg -> new String(svg, StandardCharsets.UTF_8)),
        content.map(
            bytes ->
                OutputFile.of(
                    "chart." + format.extension(), format.mediaType().orElseThrow(), bytes)));
  }

  private Optional<byte[]> content(
      ChartPictures.Drawing drawing,
      ChartFormat format,
      ChartPictures.Size size,
      Cancellation cancellation) {
    return switch (format) {
      case PLOTLY, VEGA_LITE -> Optional.empty();
      case HTML -> Optional.of(ChartPictures.html(drawing).getBytes(StandardCharsets.UTF_8));
      case SVG ->
          Optional.of(pictures.svg(drawing, size, cancellation).getBytes(StandardCharsets.UTF_8));
      case PNG -> Optional.of(pictures.png(drawing, size, cancellation));
      case PDF -> Optional.of(pictures.pdf(drawing, size, cancellation));
    };
  }

  private static void check(RenderChartInput input) {
    boolean both = input.kind().isPresent() && input.chart().isPresent();
    if (both || input.title().map(String::length).orElse(0) > LONGEST_TITLE) {
      throw invalid(
          "Give a `kind` or a whole `chart`, not both; `title` has at most %d characters"
              .formatted(LONGEST_TITLE));
    }
  }

  private static ChartPictures.Size size(RenderChartInput input) {
    int width = input.width().orElse(ChartPictures.Size.USUAL.width());
    int height = input.height().orElse(ChartPictures.Size.USUAL.height());
    if (width < NARROWEST || height < LOWEST || width > LARGEST || height > LARGEST) {
      throw invalid(
          "A picture is %d to %d wide and %d to %d high"
              .formatted(NARROWEST, LARGEST, LOWEST, LARGEST));
    }
    return new ChartPictures.Size(width, height);
  }

  private static ChartSpec styled(RenderChartInput input, ChartSpec chosen) {
    ChartStyle look = chosen.look();
    ChartStyle themed = input.theme().map(look::themed).orElse(look);
    ChartStyle styled = input.locale().map(themed::speaking).orElse(themed);
    return styled.equals(look) ? chosen : chosen.styled(styled);
  }

  private static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }

  private static ChartSpec chosen(
      RenderChartInput input, String title, List<ChartChoice> ranked, Rows rows) {
    if (input.chart().isPresent()) {
      return input.chart().get();
    }
    if (input.kind().isPresent()) {
      ChartKind kind = input.kind().get();
      return ChartChooser.as(kind, title, rows.columns(), rows.rows())
          .orElseThrow(() -> unfit("be drawn as " + name(kind), ranked));
    }
    return ranked.stream()
        .findFirst()
        .map(ChartChoice::spec)
        .orElseThrow(() -> unfit("be drawn", ranked));
  }

  private static AlidadeException unfit(String what, List<ChartChoice> ranked) {
    List<String> kinds =
        ranked.stream().limit(MOST_ALTERNATIVES).map(choice -> name(choice.spec().kind())).toList();
    return new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        kinds.isEmpty()
            ? "These rows cannot %s; a chart needs at least one row with a number".formatted(what)
            : "These rows cannot %s; they can as %s".formatted(what, String.join(", ", kinds)));
  }

  private static String name(ChartKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<RenderChartOutput.Alternative> alternatives(
      List<ChartChoice> ranked, ChartKind drawn) {
    return ranked.stream()
        .filter(choice -> choice.spec().kind() != drawn)
        .limit(MOST_ALTERNATIVES)
        .map(
            choice ->
                new RenderChartOutput.Alternative(
                    choice.spec().kind(), choice.fit().score(), choice.fit().reason()))
        .toList();
  }
}
