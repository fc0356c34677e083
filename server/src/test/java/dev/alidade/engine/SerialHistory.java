package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one writer wrote, 1 and then each time one more, and what readers beside it read: each read
 * must fit somewhere between its begin and its end (Herlihy and Wing, "Linearizability", 1990).
 */
final class SerialHistory {
  private final Map<Long, Span> writes = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<Read> reads = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<AlidadeException> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicLong kept = new AtomicLong();

  private record Span(long began, long ended) {}

  private record Read(long value, Span span, boolean kept) {}

  void written(long value, long began, long ended) {
    writes.put(value, new Span(began, ended));
  }

  void read(long value, long began, long ended, boolean wasKept) {
    reads.add(new Read(value, new Span(began, ended), wasKept));
    if (wasKept) {
      kept.incrementAndGet();
    }
  }

  void refused(AlidadeException failure) {
    refusals.add(failure);
  }

  /** How many reads were answered without the source. */
  long kept() {
    return kept.get();
  }

  /** How many reads were answered by the source. */
  long fresh() {
    return reads.size() - kept.get();
  }

  /** Fails where a read gives what was not there, or was there no longer. */
  void check() {
    TreeMap<Long, Span> written = new TreeMap<>(writes);
    for (Read read : reads) {
      assertThat(written).as("%s was never written", read).containsKey(read.value());
      assertThat(written.get(read.value()).began())
          .as("%s was read before it was written", read)
          .isLessThanOrEqualTo(read.span().ended());
      Map.Entry<Long, Span> next = written.higherEntry(read.value());
      if (next != null) {
        assertThat(next.getValue().ended())
            .as("%s was read after %d stood there", read, next.getKey())
            .isGreaterThanOrEqualTo(read.span().began());
      }
    }
    neverBackwards();
    // A source that is changed may refuse some, and must not refuse most.
    assertThat(refusals.size()).as("%s", refusals.peek()).isLessThan(reads.size());
  }

  /** Who begins after another has ended reads no older value. */
  private void neverBackwards() {
    List<Read> byEnd = new ArrayList<>(reads);
    byEnd.sort(Comparator.comparingLong(read -> read.span().ended()));
    List<Read> byBegin = new ArrayList<>(reads);
    byBegin.sort(Comparator.comparingLong(read -> read.span().began()));
    long highest = 0;
    int ended = 0;
    for (Read read : byBegin) {
      while (ended < byEnd.size() && byEnd.get(ended).span().ended() < read.span().began()) {
        highest = Math.max(highest, byEnd.get(ended++).value());
      }
      assertThat(read.value())
          .as("%s after %d was read", read, highest)
          .isGreaterThanOrEqualTo(highest);
    }
  }
}
