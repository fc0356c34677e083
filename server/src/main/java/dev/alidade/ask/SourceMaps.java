package dev.alidade.ask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.Domain;
import dev.alidade.base.Caller;
import dev.alidade.catalog.SourceKnowledge;
import java.time.Clock;

/** The maps of the sources, as each caller may see them. */
final class SourceMaps {
  private final SourceReader reader;
  private final Clock clock;
  private final Cache<SourceKnowledge, Drawn> known =
      Caffeine.newBuilder().weakKeys().maximumSize(100).build();

  private record Drawn(Domain domain, SourceMap map) {}

  SourceMaps(SourceReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  SourceMap of(Caller caller, String source) {
    Domain domain = reader.domain(caller, source);
    Drawn drawn = known.getIfPresent(domain.knowledge());
    if (drawn == null || !drawn.domain.model().equals(domain.model())) {
      drawn = new Drawn(domain, new SourceMap(domain, clock));
      known.put(domain.knowledge(), drawn);
    }
    return drawn.map;
  }
}
