package dev.alidade.chart.browser;

/**
 * How large a page is seen.
 *
 * @param sharpness dots of a picture for each unit of its size
 */
public record Sight(int width, int height, int sharpness) {
  public Sight {
    if (width < 1 || height < 1 || sharpness < 1) {
      throw new IllegalArgumentException("a sight has an extent");
    }
  }
}
