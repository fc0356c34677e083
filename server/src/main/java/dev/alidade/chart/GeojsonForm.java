package dev.alidade.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.operation.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A map of the shapes that a column holds as GeoJSON. */
final class GeojsonForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("geojson", "shape map", "map of shapes");
  }

  @Override
  public String wants() {
    return "a column of GeoJSON named geometry, geojson or shape";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.PLACE);
  }

  @Override
  public Needs needs() {
    return new Needs(true, 0, 0);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return shape
        .meaning(Trait.Meaning.GEOMETRY)
        .map(
            geometry ->
                new Fit(
                    Encoding.of(geometry, shape.measures().stream().limit(1).toList())
                        .series(
                            shape.categories().stream()
                                .filter(name -> !name.equals(geometry))
                                .findFirst()),
                    0.94,
                    "A map shows the shapes themselves"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    List<Part> features = new ArrayList<>();
    List<Object> ids = new ArrayList<>();
    List<Object> cells = spec.x().map(table::cells).orElse(List.of());
    for (int row = 0; row < cells.size(); row++) {
      Optional<JsonNode> geometry = geometry(cells.get(row));
      ids.add(row);
      if (geometry.isPresent()) {
        features.add(Part.of("type", "Feature").put("id", row).put("geometry", geometry.get()));
      }
    }
    Part trace =
        Part.of("type", "choropleth")
            .put("geojson.type", "FeatureCollection")
            .put("geojson.features", features)
            .put("locations", ids)
            .put("z", spec.y().isEmpty() ? ids : table.numbers(spec.measure()))
            .put("showscale", !spec.y().isEmpty())
            .put("colorscale", Theme.SEQUENCE);
    spec.series().ifPresent(names -> trace.put("text", table.texts(names)));
    return Figure.of(List.of(trace), Part.of("geo.fitbounds", "geojson").put("geo.visible", false));
  }

  /** A geometry, bare or within a feature. */
  private static Optional<JsonNode> geometry(Object cell) {
    try {
      JsonNode node = Json.mapper().readTree(String.valueOf(cell));
      JsonNode geometry = node.has("geometry") ? node.get("geometry") : node;
      return Optional.of(geometry).filter(found -> found.has("coordinates"));
    } catch (JsonProcessingException noShape) {
      return Optional.empty();
    }
  }
}
