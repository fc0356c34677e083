package dev.alidade.ask;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Domain;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.catalog.SourceKnowledge;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** The maps of the sources, as each caller may see them. */
final class SourceMaps {
  // A map holds what it was drawn from, which would otherwise stay for as long as the cache.
  private static final Duration UNUSED = Duration.ofMinutes(2);

  private final SourceReader reader;
  private final Clock clock;
  private final Cache<SourceKnowledge, Drawn> known =
      Caches.builder().weakKeys().maximumSize(100).expireAfterAccess(UNUSED).build();

  private record Drawn(Domain domain, LocalDate day, SourceMap map) {
    boolean isOf(Domain other, LocalDate today) {
      return domain.model().equals(other.model()) && day.equals(today);
    }
  }

  SourceMaps(SourceReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  SourceMap of(Caller caller, String source) {
    Domain domain = reader.domain(caller, source);
    Drawn drawn = known.getIfPresent(domain.knowledge());
    LocalDate today = LocalDate.now(clock);
    if (drawn == null || !drawn.isOf(domain, today)) {
      drawn = new Drawn(domain, today, new SourceMap(domain, clock));
      known.put(domain.knowledge(), drawn);
    }
    return drawn.map;
  }
}
