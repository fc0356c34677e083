package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Candles: opening, highest, lowest and closing price of each period. */
final class CandlestickForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("candlestick", "candlesticks", "ohlc");
  }

  @Override
  public String wants() {
    return "times or names, and columns named open, high, low and close";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.TREND);
  }

  @Override
  public Needs needs() {
    return new Needs(true, 4, 0);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    List<String> prices =
        List.of(Trait.Meaning.OPEN, Trait.Meaning.HIGH, Trait.Meaning.LOW, Trait.Meaning.CLOSE)
            .stream()
            .flatMap(meaning -> shape.meaning(meaning).stream())
            .toList();
    if (prices.size() < 4 || shape.places().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            Encoding.of(shape.places().getFirst(), prices),
            shape.times().isEmpty() ? 0.4 : 0.95,
            "Candles show how prices moved within each period"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace =
        Part.of("type", "candlestick")
            .put("x", spec.x().map(table::places).orElse(List.of()))
            .put("open", table.numbers(spec.y().getFirst()))
            .put("high", table.numbers(spec.y().get(1)))
            .put("low", table.numbers(spec.y().get(2)))
            .put("close", table.numbers(spec.y().get(3)))
            .put("increasing.line.color", "#0072b2")
            .put("decreasing.line.color", "#d55e00");
    Part layout = Cartesian.layout(spec, table).put("showlegend", false);
    return Figure.of(List.of(trace), layout.put("xaxis.rangeslider.visible", false));
  }
}
