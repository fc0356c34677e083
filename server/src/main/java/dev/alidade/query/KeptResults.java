package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Deadlines;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.base.RandomId;
import dev.alidade.policy.Standing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Results in pages. Whatever happens to the data between two pages, they are pages of one result:
 * the rows behind the first page are kept for a time under a cursor.
 */
public final class KeptResults implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 32L * 1024 * 1024;
  private static final int MOST_OF_CALLER = 32;
  private static final int MOST_OF_ALL = 64;
  private static final Pattern CURSOR = Pattern.compile("(c_[\\w-]{1,64})\\.(\\d{1,15})");

  private final Path folder;
  private final Clock clock;
  private final long mostBytes;
  private final Deadlines deadlines = new Deadlines();
  // The one that was used longest ago is the first.
  private final Map<String, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Entry {
    private final KeptResult result;
    private final String caller;
    private final String statement;
    private final Standing standing;
    private Instant usedAt = Instant.MAX;

    Entry(KeptResult result, Standing standing, String caller, String statement) {
      this.result = result;
      this.standing = standing;
      this.caller = caller;
      this.statement = statement;
    }

    void check(Caller now) {
      if (!standing.holdsFor(now)) {
        throw invalid("What you may see has changed since the first page");
      }
    }

    boolean isOfSameCaller(Entry other) {
      return caller.equals(other.caller);
    }
  }

  /** Keeps rows in nameless files of {@code folder}, which is made when it is first needed. */
  public KeptResults(Path folder, Clock clock) {
    this(folder, clock, MOST_BYTES);
  }

  KeptResults(Path folder, Clock clock, long mostBytes) {
    this.folder = folder;
    this.clock = clock;
    this.mostBytes = mostBytes;
    deadlines.every(SWEEP, this::sweep);
  }

  /**
   * Runs a query and gives its first page.
   *
   * @param statement what the cursor belongs to; it fits nothing else
   */
  public Page first(QueryService queries, QueryRequest request, String statement, PageSize size) {
    // What is kept is read on when the request is long answered.
    Cancellation stop = new Cancellation();
    Cancellation.Registration whileAnswering = request.cancellation().onCancel(stop::cancel);
    try {
      return firstOf(queries.run(request.stoppedBy(stop)), request.caller(), statement, size, stop);
    } finally {
      whileAnswering.close();
    }
  }

  /** The page at a cursor, as often as it is asked for while the result is kept. */
  public Page next(
      Caller caller, String cursor, String statement, PageSize size, Cancellation cancellation) {
    Matcher form = CURSOR.matcher(cursor);
    if (!form.matches()) {
      throw invalid("This is no cursor of this statement");
    }
    long offset = Long.parseLong(form.group(2));
    Entry entry = find(form.group(1), caller, statement);
    KeptResult result = entry.result;
    if (!result.has(offset)) {
      throw invalid("This is no cursor of this statement");
    }
    Rows rows = result.page(offset, size, cancellation);
    entry.check(caller);
    Optional<String> next =
        rows.truncated()
            ? Optional.of(cursor(form.group(1), offset + rows.rows().size()))
            : Optional.empty();
    return new Page(rows, next);
  }

  /** Lets go of what nobody asked for in a while. */
  synchronized void sweep() {
    Instant oldest = clock.instant().minus(IDLE);
    drop(entry -> entry.usedAt.isBefore(oldest), Integer.MAX_VALUE);
  }

  /** How many results are kept. */
  synchronized int size() {
    return kept.size();
  }

  @Override
  public synchronized void close() {
    deadlines.close();
    drop(entry -> true, Integer.MAX_VALUE);
  }

  private Page firstOf(
      GovernedResult result, Caller caller, String statement, PageSize size, Cancellation stop) {
    boolean isKept = false;
    try {
      result.gathered();
      List<ColumnLabel> columns = ColumnLabel.of(result.columns());
      PageBuilder page =
          new PageBuilder(columns.size(), size.rowsOf(columns.size()), size.characters());
      Optional<PageBuilder.Rest> rest = page.fill(result);
      String sql = result.sql().shown();
      boolean truncated = rest.isPresent() || result.isTruncated();
      Rows rows = new Rows(columns, page.rows(), truncated, sql, result.elapsed(), result.asOf());
      if (rest.isEmpty()) {
        return new Page(rows, Optional.empty());
      }
      result.leaves();
      int shown = rows.rows().size();
      KeptResult keeping = new KeptResult(newFile(), result, shown, stop);
      String id = keep(new Entry(keeping, result.standing(), caller.name(), statement));
      PageBuilder.Rest behind = rest.get();
      isKept = true;
      Thread.ofVirtual().start(() -> keeping.fill(result, behind, mostBytes));
      return new Page(rows, Optional.of(cursor(id, shown)));
    } catch (IOException unwritable) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The rest of the result cannot be kept in the state folder; ask for all as text/csv",
          unwritable);
    } finally {
      if (!isKept) {
        result.close();
      }
    }
  }

  private synchronized String keep(Entry entry) {
    sweep();
    long ofCaller = kept.values().stream().filter(entry::isOfSameCaller).count();
    if (ofCaller >= MOST_OF_CALLER) {
      drop(entry::isOfSameCaller, 1);
    }
    if (kept.size() >= MOST_OF_ALL) {
      drop(any -> true, 1);
    }
    entry.usedAt = clock.instant();
    String id = RandomId.next("c");
    kept.put(id, entry);
    return id;
  }

  private synchronized Entry find(String id, Caller caller, String statement) {
    sweep();
    Entry entry = kept.get(id);
    if (entry == null || !entry.caller.equals(caller.name())) {
      throw invalid(
          "The result behind this cursor is kept no longer (%d s after its last page)"
              .formatted(IDLE.toSeconds()));
    }
    if (!entry.statement.equals(statement)) {
      throw invalid("The cursor does not belong to this statement");
    }
    entry.check(caller);
    entry.usedAt = clock.instant();
    return entry;
  }

  private void drop(Predicate<Entry> which, int most) {
    Iterator<Entry> entries = kept.values().iterator();
    int dropped = 0;
    while (entries.hasNext() && dropped < most) {
      Entry entry = entries.next();
      if (which.test(entry)) {
        entries.remove();
        entry.result.close();
        dropped++;
      }
    }
  }

  /** A file without a name: it is gone with this process, however that ends. */
  private FileChannel newFile() throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve(RandomId.next("page")),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static String cursor(String id, long offset) {
    return id + "." + offset;
  }

  private static AlidadeException invalid(String why) {
    return new AlidadeException(
        ErrorCode.CURSOR_INVALID, why + "; leave `cursor` out to run it again from the first page");
  }
}
