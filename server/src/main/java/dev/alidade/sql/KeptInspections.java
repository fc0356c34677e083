package dev.alidade.sql;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a gate found of recent statements, so that one that is sent again is not read again. Only
 * what is allowed is kept: a refusal may name what exists a moment later.
 */
public final class KeptInspections {
  private static final int MOST_CHARACTERS = 8_000_000;
  private static final int CHARACTERS_OF_AN_ENTRY = 200;

  // Functions and tables may be made in the database behind a verdict's back.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Cache<Key, Inspection> kept =
      Caches.builder()
          .maximumWeight(MOST_CHARACTERS)
          .expireAfterWrite(LONGEST)
          .weigher(
              (Key key, Inspection inspection) ->
                  CHARACTERS_OF_AN_ENTRY + key.length() + inspection.text().orElse("").length())
          .build();

  private sealed interface Key {
    int length();

    record Written(String sql) implements Key {
      @Override
      public int length() {
        return sql.length();
      }
    }

    /** What findings of trees have in common. */
    record Shape(String text) implements Key {
      @Override
      public int length() {
        return text.length();
      }
    }

    record Narrowed(Inspection whole, List<TableView> views) implements Key {
      @Override
      public int length() {
        return whole.text().orElse("").length();
      }
    }
  }

  private final boolean byShape;

  /** For a gate whose findings may depend on every word. */
  public KeptInspections() {
    this(false);
  }

  private KeptInspections(boolean byShape) {
    this.byShape = byShape;
  }

  /**
   * For a gate that judges by the syntax tree alone and lets run what was written: which number
   * something is compared with makes no difference to it.
   */
  public static KeptInspections ofTrees() {
    return new KeptInspections(true);
  }

  /** The inspection of a statement; {@code inspect} makes it where none is kept. */
  public Inspection of(String sql, Supplier<Inspection> inspect) {
    Key key = new Key.Written(sql);
    Inspection known = kept.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Optional<Key> shape =
        byShape ? ComparedNumbers.shapeOf(sql).map(Key.Shape::new) : Optional.empty();
    Optional<Inspection> alike = shape.map(kept::getIfPresent);
    if (alike.isPresent()) {
      return alike.get().running(sql);
    }
    Inspection inspection = of(key, inspect);
    if (shape.isPresent() && inspection.text().filter(sql::equals).isPresent()) {
      kept.put(shape.get(), inspection);
    }
    return inspection;
  }

  /**
   * The inspection of a statement that sees some tables through views only, as {@link
   * Gate#inspect(String, List)} says.
   *
   * @param narrow puts the views in the place of the tables, none of which the statement lacks
   */
  public Inspection narrowed(
      Inspection whole, List<TableView> views, Function<List<TableView>, Inspection> narrow) {
    List<TableView> concerned =
        views.stream().filter(view -> whole.tables().contains(view.table())).toList();
    if (!whole.isAllowed() || concerned.isEmpty()) {
      return whole;
    }
    return of(new Key.Narrowed(whole, concerned), () -> narrow.apply(concerned));
  }

  private Inspection of(Key key, Supplier<Inspection> inspect) {
    Inspection known = kept.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Inspection inspection = inspect.get();
    if (inspection.isAllowed()) {
      kept.put(key, inspection);
    }
    return inspection;
  }
}
