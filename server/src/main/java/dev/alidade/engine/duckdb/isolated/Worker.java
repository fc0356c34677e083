package dev.alidade.engine.duckdb.isolated;

import dev.alidade.engine.duckdb.run.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A worker process and the wire to it; whoever has it uses it alone. */
final class Worker {
  /** Of the Java of a worker, when its own heap is full. */
  private static final int HEAP_FULL = 3;

  private static final long PAGE_BYTES = 4_096;
  private static final long END_SECONDS = 5;
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Process process;
  private final Path spill;
  private final Wire wire;
  private final WorkerMemory memory;
  private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.BY_ITSELF);
  private final long startedAt = System.nanoTime();
  private volatile long deadline = Long.MAX_VALUE;
  private volatile long idleSince = System.nanoTime();
  private volatile boolean ready;
  private Optional<Opening> opened = Optional.empty();

  private Worker(Process process, Path spill, WorkerMemory memory) {
    this.process = process;
    this.spill = spill;
    this.memory = memory;
    wire = new Wire(process.getInputStream(), process.getOutputStream());
    Thread.startVirtualThread(this::clearAtTheEnd);
  }

  /** Starts a process in the folder; it is ready a little later. */
  static Worker start(WorkerProgram program, WorkerMemory memory, WorkFolder folder) {
    return new Worker(program.start(memory, folder.path()), folder.spill(), memory);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  WorkerMemory memory() {
    return memory;
  }

  boolean hasOpened(Opening opening) {
    return opened.isPresent() && opened.get() == opening;
  }

  void opened(Optional<Opening> now) {
    opened = now;
  }

  /** A folder of its own for what does not fit in memory. */
  Path spill() {
    return spill;
  }

  /** Waits until it takes orders. */
  void awaitReady() throws WorkerLost {
    try {
      readReady();
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  void send(Encoder message) throws WorkerLost {
    try {
      wire.send(message);
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  /** The same for what nobody waits for; where the worker is gone, whoever waits notices. */
  void tell(Encoder message) {
    try {
      wire.send(message);
    } catch (IOException gone) {
      kill(Ending.BY_ITSELF);
    }
  }

  Message receive() throws WorkerLost {
    try {
      return wire.receive();
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  /** What comes within so long; a worker that is slower is killed. */
  Message receiveWithin(long nanos) throws WorkerLost {
    deadline = System.nanoTime() + nanos;
    try {
      return receive();
    } finally {
      deadline = Long.MAX_VALUE;
    }
  }

  /** Ends the process, whatever it does. */
  void kill(Ending why) {
    if (why != Ending.BY_ITSELF) {
      ending.compareAndSet(Ending.BY_ITSELF, why);
    }
    process.destroyForcibly();
  }

  /** Waits until the process is gone, which has been killed, and its files are closed. */
  void awaitEnd() {
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills it where it holds too much or takes too long; the bytes that it holds. */
  long inspect(long now) {
    long resident = residentBytes();
    if (resident > memory.mostBytes()) {
      kill(Ending.MEMORY);
    } else if (now - deadline > 0 && deadline != Long.MAX_VALUE) {
      kill(Ending.SLOW);
    }
    return resident;
  }

  void rests() {
    idleSince = System.nanoTime();
  }

  long idleNanos() {
    return System.nanoTime() - idleSince;
  }

  /** What the system says that it holds; 0 where the system has no such file. */
  long residentBytes() {
    try {
      String[] pages =
          Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm")).split(" ", 3);
      return pages.length < 3 ? 0 : Long.parseLong(pages[1]) * PAGE_BYTES;
    } catch (IOException goneOrUnknown) {
      return 0;
    }
  }

  private void clearAtTheEnd() {
    process.onExit().join();
    WorkFolder.delete(spill);
  }

  private void readReady() throws IOException {
    if (ready) {
      return;
    }
    deadline = startedAt + START_NANOS;
    try {
      MessageKind first = wire.receive().kind();
      if (first != MessageKind.READY) {
        throw new IOException("the first message is " + first);
      }
      ready = true;
    } finally {
      deadline = Long.MAX_VALUE;
    }
  }

  private WorkerLost lost(IOException cause) {
    Ending why = why();
    kill(why);
    return new WorkerLost(why, cause);
  }

  private Ending why() {
    Ending known = ending.get();
    if (known != Ending.BY_ITSELF) {
      return known;
    }
    try {
      boolean ended = process.waitFor(1, TimeUnit.SECONDS);
      int code = ended ? process.exitValue() : 0;
      return code == HEAP_FULL ? Ending.MEMORY : Ending.BY_ITSELF;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Ending.BY_ITSELF;
    }
  }
}
