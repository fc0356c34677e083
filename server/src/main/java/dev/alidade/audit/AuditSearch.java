package dev.alidade.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks through the audit from the newest record on, over all chains. */
public final class AuditSearch {
  private static final int MOST_READ = 100_000;

  private final AuditFolder folder;

  /** A search in the audit of a state folder. */
  public AuditSearch(AuditFolder folder) {
    this.folder = folder;
  }

  /** The next events that the filter takes, after {@code cursor}. */
  public AuditPage page(AuditFilter filter, int limit, Optional<String> cursor) {
    try {
      return new Pass(AuditCursor.read(cursor)).page(filter, limit);
    } catch (IOException cause) {
      throw AuditFolder.unreadable(cause);
    }
  }

  /** One pass from a cursor on. */
  private final class Pass {
    private final Map<Integer, ChainReader> readers = new TreeMap<>();

    /** Ends whose starts come later, by what joins them. */
    private final Map<String, AuditEntry> ends = new HashMap<>();

    Pass(AuditCursor cursor) throws IOException {
      for (int chain : SegmentFiles.chains(folder.chains())) {
        // A chain that began after the first page is newer than that page: it is left out.
        long before =
            cursor.before().isEmpty() ? Long.MAX_VALUE : cursor.before().getOrDefault(chain, 1L);
        for (long end : cursor.ends().getOrDefault(chain, List.of())) {
          new ChainReader(folder, chain, end + 1).current().ifPresent(this::keep);
        }
        readers.put(chain, new ChainReader(folder, chain, before));
      }
    }

    AuditPage page(AuditFilter filter, int limit) throws IOException {
      List<AuditItem> items = new ArrayList<>();
      for (int read = 0; read < MOST_READ && items.size() < limit; read++) {
        Optional<ChainReader> reader = newest();
        if (reader.isEmpty() || isTooOld(reader.get().current().orElseThrow(), filter)) {
          return new AuditPage(items, Optional.empty());
        }
        AuditEntry entry = reader.get().current().orElseThrow();
        if (!keep(entry)) {
          AuditItem item = AuditItem.of(entry, Optional.ofNullable(ends.remove(keyOf(entry))));
          if (filter.takes(item)) {
            items.add(item);
          }
        }
        reader.get().advance();
      }
      return new AuditPage(items, newest().map(more -> cursor().text()));
    }

    private Optional<ChainReader> newest() {
      return readers.values().stream()
          .filter(reader -> reader.current().isPresent())
          .max(Comparator.comparing(reader -> reader.current().orElseThrow().time()));
    }

    /** An end is kept until its start is met; false for all else. */
    private boolean keep(AuditEntry entry) {
      boolean endsChange =
          entry.kind().equals("change")
              && !entry.text("outcome").equals(Optional.of(AuditEvent.STARTED));
      if (!endsChange && !entry.kind().equals("query_ended")) {
        return false;
      }
      ends.put(keyOf(entry), entry);
      return true;
    }

    private AuditCursor cursor() {
      Map<Integer, Long> before = new HashMap<>();
      Map<Integer, List<Long>> waiting = new HashMap<>();
      readers.forEach(
          (chain, reader) ->
              before.put(
                  chain, reader.current().map(entry -> entry.line().sequence() + 1).orElse(1L)));
      ends.values()
          .forEach(
              end ->
                  waiting
                      .computeIfAbsent(end.chain(), chain -> new ArrayList<>())
                      .add(end.line().sequence()));
      return new AuditCursor(before, waiting);
    }
  }

  private static String keyOf(AuditEntry entry) {
    return entry.text("query").or(() -> entry.text("call")).orElse("");
  }

  /** Starts stand before their ends, and times in a chain differ from its order by little. */
  private static boolean isTooOld(AuditEntry entry, AuditFilter filter) {
    return filter.from().map(from -> entry.time().isBefore(from.minusSeconds(60))).orElse(false);
  }
}
