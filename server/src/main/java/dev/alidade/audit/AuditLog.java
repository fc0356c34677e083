package dev.alidade.audit;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The audit in files of the state folder. A process writes one chain, which the next process goes
 * on with; processes beside each other write chains beside each other. Nothing is opened before the
 * first record.
 */
public final class AuditLog implements Audit, AutoCloseable {
  private static final Logger LOGGER = System.getLogger(AuditLog.class.getName());
  private static final int MOST_CHAINS = 256;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int TICKS_OF_PRUNING = 3_600;

  private final AuditFolder folder;
  private final AuditSettings settings;
  private final Clock clock;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<Own> own = Optional.empty();

  /** The audit of a state folder. */
  public AuditLog(AuditFolder folder, AuditSettings settings, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
  }

  /** Where it lies, for those who read it. */
  public AuditFolder folder() {
    return folder;
  }

  @Override
  public void record(AuditEvent event) {
    append(List.of(EventMembers.of(event)));
  }

  @Override
  public void record(AuditEvent first, AuditEvent second) {
    append(List.of(EventMembers.of(first), EventMembers.of(second)));
  }

  private void append(List<byte[]> records) {
    try {
      chain().append(records);
    } catch (IOException failure) {
      throw unavailable(failure);
    }
    if (failing.get() && failing.compareAndSet(true, false)) {
      LOGGER.log(Level.INFO, "The audit record is written again");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    synchronized (this) {
      own.ifPresent(AuditLog::leave);
      own = Optional.empty();
    }
  }

  /** The chain of this process and the right to write it. */
  private record Own(Chain chain, ChainLock lock) {}

  private Chain chain() throws IOException {
    Optional<Own> opened = own;
    return opened.isPresent() ? opened.get().chain() : open();
  }

  private synchronized Chain open() throws IOException {
    if (own.isPresent()) {
      return own.get().chain();
    }
    if (closed.getCount() == 0) {
      throw new IOException("the audit is closed");
    }
    AuditKey key = AuditKey.ensure(folder.state(), folder.key());
    for (int number = 1; number <= MOST_CHAINS; number++) {
      boolean wasThere = folder.hasChain(number);
      if (!wasThere && Files.exists(folder.anchor(number))) {
        LOGGER.log(Level.ERROR, "Chain {0} of the audit is gone: ./alidade audit verify", number);
      }
      Optional<ChainLock> lock = ChainLock.take(folder.chain(number));
      if (lock.isPresent()) {
        return open(number, lock.get(), key);
      }
    }
    throw new IOException("too many processes write the audit of " + folder.state());
  }

  private Chain open(int number, ChainLock lock, AuditKey key) throws IOException {
    try {
      Chain chain = Chain.open(folder.chain(number), folder.anchor(number), key, settings, clock);
      own = Optional.of(new Own(chain, lock));
      Thread.ofPlatform().daemon().name("audit").start(() -> careFor(chain));
      return chain;
    } finally {
      if (own.isEmpty()) {
        lock.close();
      }
    }
  }

  /** Forces the chain to the disk where that is asked for, and lets go what is too old. */
  private void careFor(Chain chain) {
    try {
      for (int tick = 0; !closed.await(TICK.toMillis(), TimeUnit.MILLISECONDS); tick++) {
        try {
          if (settings.sync() == AuditSettings.Sync.SECOND) {
            chain.sync();
          }
          if (tick % TICKS_OF_PRUNING == 0) {
            chain.prune();
          }
        } catch (IOException failure) {
          LOGGER.log(Level.ERROR, "The audit cannot be brought to the disk or pruned", failure);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next record tries again, so that it goes on as soon as it can. */
  private AlidadeException unavailable(IOException failure) {
    if (failing.compareAndSet(false, true)) {
      LOGGER.log(
          Level.ERROR, "The audit record cannot be written; nothing runs until it can", failure);
    }
    return new AlidadeException(
        ErrorCode.AUDIT_UNAVAILABLE,
        "The audit record cannot be written, and nothing runs or leaves without it; try again"
            + " later. The server's log says what to repair",
        failure);
  }

  private static void leave(Own left) {
    try {
      left.chain().sync();
      left.chain().close();
      left.lock().close();
    } catch (IOException failure) {
      LOGGER.log(Level.ERROR, "The audit was not closed well", failure);
    }
  }
}
