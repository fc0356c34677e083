package dev.alidade.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One chain of records and the files that it grows in. Threads bring finished texts; the one that
 * gets the lock numbers, seals and writes all that wait, in one piece.
 */
final class Chain implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(Chain.class.getName());
  private static final long LARGEST_SEGMENT = 16L << 20;

  private final Path folder;
  private final Seal seal;
  private final Anchor anchor;
  private final AuditSettings settings;
  private final Clock clock;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Link last;
  private Optional<Path> current;
  private long length;
  private LocalDate day;
  private Optional<Segment> segment = Optional.empty();
  private boolean unsynced;

  private Chain(
      Path folder, Seal seal, Anchor anchor, ChainEnd end, AuditSettings settings, Clock clock) {
    this.folder = folder;
    this.seal = seal;
    this.anchor = anchor;
    this.settings = settings;
    this.clock = clock;
    this.last = end.last();
    this.current = end.segment();
    this.length = end.length();
    this.day = LocalDate.ofInstant(end.time(), ZoneOffset.UTC);
  }

  /** Takes the chain in {@code folder} up where it was left; the folder exists. */
  static Chain open(Path folder, Path anchorPath, AuditKey key, AuditSettings settings, Clock clock)
      throws IOException {
    Seal seal = new Seal(key);
    ChainEnd end = ChainEnd.read(folder, anchorPath, seal, clock.instant());
    Chain chain = new Chain(folder, seal, Anchor.open(anchorPath, seal), end, settings, clock);
    if (end.finding().isPresent()) {
      chain.append(List.of(end.finding().get().bytes()));
    }
    return chain;
  }

  /** Writes records in one piece; fails when that cannot be done, and then nothing of it stays. */
  void append(List<byte[]> records) throws IOException {
    Waiting mine = new Waiting(records);
    waiting.add(mine);
    lock.lock();
    try {
      if (mine.state == State.WAITING) {
        writeWaiting();
      }
    } finally {
      lock.unlock();
    }
    if (mine.state != State.WRITTEN) {
      throw mine.failure.orElseGet(() -> new IOException("the write was interrupted"));
    }
  }

  /** Forces what was written to the disk. */
  void sync() throws IOException {
    Optional<Segment> written;
    lock.lock();
    try {
      written = unsynced ? segment : Optional.empty();
      unsynced = false;
    } finally {
      lock.unlock();
    }
    // Beside the lock: a slow disk must not hold up the queries.
    if (written.isPresent()) {
      written.get().sync();
      anchor.sync();
    }
  }

  /** Removes whole segments whose records are all too old, and leaves a record of that. */
  void prune() throws IOException {
    if (settings.keep().isEmpty()) {
      return;
    }
    lock.lock();
    try {
      Optional<Retention> retention =
          Retention.of(folder, clock.instant().minus(settings.keep().get()));
      if (retention.isPresent()) {
        append(List.of(retention.get().members(clock.instant())));
        retention.get().remove();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      abandonSegment();
      anchor.close();
    } finally {
      lock.unlock();
    }
  }

  private void writeWaiting() {
    List<Waiting> batch = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      next.state = State.FAILED;
      batch.add(next);
    }
    try {
      write(batch);
      batch.forEach(each -> each.state = State.WRITTEN);
    } catch (IOException failure) {
      batch.forEach(each -> each.failure = Optional.of(failure));
      abandonSegment();
    }
  }

  private void write(List<Waiting> batch) throws IOException {
    Segment open = ready();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024 * batch.size());
    Link end = last;
    for (Waiting each : batch) {
      for (byte[] members : each.records) {
        end = RecordLine.write(bytes, end, members, seal);
      }
    }
    open.write(bytes.toByteArray());
    if (settings.sync() == AuditSettings.Sync.ALWAYS) {
      open.sync();
    }
    // After the records: an anchor that is ahead of them means that some are gone.
    anchor.write(end);
    last = end;
    length = open.length();
    unsynced = true;
  }

  /** The file to write to, which is still the one that was written so far. */
  private Segment ready() throws IOException {
    if (segment.isPresent() && length < LARGEST_SEGMENT && day.equals(today())) {
      segment.get().check();
      return segment.get();
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is gone; put it back, or make an empty one");
    }
    boolean hasRoom = length < LARGEST_SEGMENT && day.equals(today());
    boolean goesOn = current.isPresent() && segment.isEmpty() && hasRoom;
    abandonSegment();
    Segment open = goesOn ? reopened(current.get()) : next();
    segment = Optional.of(open);
    current = Optional.of(open.path());
    length = open.length();
    day = today();
    return open;
  }

  /** The segment after a failure or a restart; where it was damaged, the one after it. */
  private Segment reopened(Path path) throws IOException {
    if (Files.isRegularFile(path) && Files.size(path) >= length) {
      return Segment.open(path, length);
    }
    return next();
  }

  private Segment next() throws IOException {
    return Segment.open(SegmentFiles.path(folder, last.sequence() + 1), 0);
  }

  private void abandonSegment() {
    try {
      if (segment.isPresent()) {
        leave(segment.get());
      }
    } catch (IOException failure) {
      LOGGER.log(Level.WARNING, "A segment of the audit was not closed", failure);
    } finally {
      segment = Optional.empty();
    }
  }

  private void leave(Segment left) throws IOException {
    try (left) {
      if (unsynced && settings.sync() != AuditSettings.Sync.NEVER) {
        left.sync();
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private enum State {
    WAITING,
    WRITTEN,
    FAILED
  }

  /** Records on their way; their state is guarded by the lock. */
  private static final class Waiting {
    private final List<byte[]> records;
    private State state = State.WAITING;
    private Optional<IOException> failure = Optional.empty();

    Waiting(List<byte[]> records) {
      this.records = records;
    }
  }
}
