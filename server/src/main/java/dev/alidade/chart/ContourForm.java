package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Contours: a measure over a plane of two others. */
final class ContourForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("contour", "contours", "contour plot");
  }

  @Override
  public String wants() {
    return "three numbers a row: two for the place, one for the height";
  }

  @Override
  public Set<Purpose> serves() {
    return Set.of(Purpose.RELATION);
  }

  @Override
  public Optional<Fit> fit(Shape shape) {
    return Grid.encoding(shape)
        .filter(encoding -> encoding.columns().allMatch(shape.numbers()::contains))
        .map(encoding -> new Fit(encoding, 0.2, "Contours show a measure over a plane"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace = Grid.of(spec, table).into(Grid.colored("contour", spec));
    return Figure.of(List.of(trace.put("connectgaps", true)), Grid.layout(spec, table));
  }
}
