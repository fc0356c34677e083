package dev.alidade.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hexagons over a map, each with the sum of what lies in it. */
final class Hexagons {
  private static final int ACROSS = 24;
  private static final double SMALLEST = 0.01;
  private static final double HALF_HEIGHT = Math.sqrt(3) / 2;

  private final Map<List<Integer>, Double> sums =
      new TreeMap<>(
          (left, right) ->
              Arrays.compare(left.toArray(Integer[]::new), right.toArray(Integer[]::new)));
  private final double radius;

  private Hexagons(double radius) {
    this.radius = radius;
  }

  static Hexagons of(double[] longitudes, double[] latitudes, double[] weights) {
    Hexagons hexagons = new Hexagons(Math.max(SMALLEST, width(longitudes) / ACROSS / 1.5));
    for (int index = 0; index < longitudes.length; index++) {
      hexagons.sums.merge(
          hexagons.at(longitudes[index], latitudes[index]), weights[index], Double::sum);
    }
    return hexagons;
  }

  private static double width(double[] places) {
    return Arrays.stream(places).max().orElse(0) - Arrays.stream(places).min().orElse(0);
  }

  /** Column and row of the hexagon whose middle is nearest. */
  private List<Integer> at(double x, double y) {
    double q = 2.0 / 3 * x / radius;
    double r = (-1.0 / 3 * x + Math.sqrt(3) / 3 * y) / radius;
    long column = Math.round(q);
    long row = Math.round(r);
    long third = Math.round(-q - r);
    double offColumn = Math.abs(column - q);
    double offRow = Math.abs(row - r);
    double offThird = Math.abs(third + q + r);
    if (offColumn > offRow && offColumn > offThird) {
      column = -row - third;
    } else if (offRow > offThird) {
      row = -column - third;
    }
    return List.of((int) column, (int) row);
  }

  List<Object> ids() {
    List<Object> ids = new ArrayList<>();
    sums.keySet().forEach(place -> ids.add(ids.size()));
    return ids;
  }

  List<Object> sums() {
    return List.copyOf(sums.values());
  }

  Part geojson() {
    List<Part> features = new ArrayList<>();
    sums.keySet()
        .forEach(
            place ->
                features.add(
                    Part.of("type", "Feature")
                        .put("id", features.size())
                        .put("geometry.type", "Polygon")
                        .put("geometry.coordinates", List.of(outline(place)))));
    return Part.of("type", "FeatureCollection").put("features", features);
  }

  private List<List<Double>> outline(List<Integer> place) {
    double middle = radius * 1.5 * place.getFirst();
    double height = radius * 2 * HALF_HEIGHT * (place.getLast() + place.getFirst() / 2.0);
    List<List<Double>> corners = new ArrayList<>();
    // Clockwise, for the drawing library takes the other way for all the globe but this.
    for (int corner = 6; corner >= 0; corner--) {
      double angle = Math.PI / 3 * corner;
      corners.add(
          List.of(
              rounded(middle + radius * Math.cos(angle)),
              rounded(height + radius * Math.sin(angle))));
    }
    return corners;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
