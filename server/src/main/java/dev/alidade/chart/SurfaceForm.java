package dev.alidade.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A surface: a measure over a plane, as its height. */
final class SurfaceForm implements ChartForm {
  @Override
  public List<String> names() {
    return List.of("surface", "3d surface", "3-d surface");
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
        .map(encoding -> new Fit(encoding, 0.15, "Height shows a measure over a plane"));
  }

  @Override
  public Figure draw(ChartSpec spec, ChartTable table) {
    Part trace = Grid.of(spec, table).into(Grid.colored("surface", spec));
    return Figure.of(List.of(trace), Scene.layout(spec));
  }
}
