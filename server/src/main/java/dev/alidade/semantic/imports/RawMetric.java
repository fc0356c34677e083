package dev.alidade.semantic.imports;

import dev.alidade.semantic.Accumulation;
import dev.alidade.sql.TimeGrain;
import java.util.List;
import java.util.Optional;

/**
 * A metric while a foreign model is read.
 *
 * @param text its formula in ANSI SQL
 * @param dataset what names that stand alone belong to
 * @param time a field of that dataset
 */
record RawMetric(
    Item item,
    String name,
    String text,
    Optional<String> dataset,
    Optional<String> description,
    List<String> synonyms,
    Optional<String> time,
    Optional<Accumulation> accumulation,
    Optional<TimeGrain> grain) {
  RawMetric {
    synonyms = List.copyOf(synonyms);
  }

  RawMetric(
      Item item,
      String name,
      String text,
      Optional<String> dataset,
      Optional<String> description,
      List<String> synonyms,
      Optional<String> time) {
    this(
        item, name, text, dataset, description, synonyms, time, Optional.empty(), Optional.empty());
  }
}
