package dev.alidade.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.cache.derive.Part;
import dev.alidade.cache.derive.Shape;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Parameters;
import dev.alidade.sql.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Knows which kept results may hold the rows of another statement. Only what took its source a
 * while is remembered, and only of its tables a statement is read at all, so that statements that
 * are quick cost nothing here.
 */
final class Wholes {
  private static final long MOST_BYTES = 4L * 1024 * 1024;
  private static final int MOST_READ = 10_000;
  private static final int MOST_OF_FAMILY = 32;
  // How many times the least is surely not the work of a busy machine on a quick statement.
  private static final int DEAR = 50;

  private final long leastNanos;
  private final Cache<CacheKey, Optional<Shape>> shapes =
      Caches.builder()
          .maximumWeight(MOST_BYTES)
          .weigher((CacheKey key, Optional<Shape> shape) -> (int) (6 * key.bytes()))
          .build();
  private final Cache<Family, List<CacheKey>> families =
      Caches.builder()
          .maximumWeight(MOST_BYTES)
          .weigher(
              (Family family, List<CacheKey> keys) ->
                  200
                      + family.scope().length()
                      + family.common().length()
                      + (int) keys.getFirst().bytes() * keys.size())
          .build();
  private final Cache<Read, Hope> read = Caches.builder().maximumSize(MOST_READ).build();

  /** A kept result, and how the rows are found in it. */
  record Found(CacheKey key, Part part) {}

  private record Family(
      String source, long edition, String scope, String common, Parameters parameters) {}

  private record Read(String source, long edition, List<TableName> tables) {}

  /** Remembers what took its source at least so long. */
  Wholes(Duration least) {
    this.leastNanos = least.toNanos();
  }

  /** A result was kept that took its source so long. */
  void kept(CacheKey key, CacheQuestion question, long nanos) {
    if (nanos < leastNanos || question.engine().resultRules().isEmpty()) {
      return;
    }
    Optional<Hope> hope = Optional.ofNullable(read.getIfPresent(read(key, question)));
    if (nanos < leastNanos * DEAR && hope.filter(Hope::isGivenUp).isPresent()) {
      return;
    }
    shape(key, question)
        .ifPresent(
            shape -> {
              families.asMap().merge(family(key, shape), List.of(key), Wholes::newestFirst);
              read.asMap().putIfAbsent(read(key, question), new Hope());
            });
  }

  /** The kept results in which the rows of a statement may be found, the newest first. */
  List<Found> of(CacheKey key, CacheQuestion question) {
    Hope hope = read.getIfPresent(read(key, question));
    if (hope == null || !hope.isWorthALook()) {
      return List.of();
    }
    Optional<Shape> asked = shape(key, question);
    if (asked.isEmpty()) {
      return List.of();
    }
    List<CacheKey> candidates = families.getIfPresent(family(key, asked.get()));
    List<Found> found = new ArrayList<>();
    for (CacheKey candidate : candidates == null ? List.<CacheKey>of() : candidates) {
      shape(candidate, question)
          .flatMap(whole -> Part.of(whole, asked.get()))
          .ifPresent(part -> found.add(new Found(candidate, part)));
    }
    if (!found.isEmpty()) {
      hope.fulfil();
    }
    return found;
  }

  private Optional<Shape> shape(CacheKey key, CacheQuestion question) {
    return shapes.get(key, unread -> read(unread, question.engine()));
  }

  private static Optional<Shape> read(CacheKey key, Engine engine) {
    return engine
        .resultRules()
        .map(rules -> rules.scoped(key.text()))
        .flatMap(scoped -> Shape.of(scoped, engine.dialect().lexicalRules()));
  }

  private static Family family(CacheKey key, Shape shape) {
    return new Family(key.source(), key.edition(), shape.scope(), shape.family(), key.parameters());
  }

  private static Read read(CacheKey key, CacheQuestion question) {
    return new Read(key.source(), key.edition(), question.sql().tables());
  }

  private static List<CacheKey> newestFirst(List<CacheKey> known, List<CacheKey> kept) {
    List<CacheKey> all = new ArrayList<>(kept);
    known.stream().filter(key -> !kept.contains(key)).limit(MOST_OF_FAMILY - 1).forEach(all::add);
    return List.copyOf(all);
  }
}
