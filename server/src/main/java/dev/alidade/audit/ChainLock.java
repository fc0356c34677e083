package dev.alidade.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right of one process to write a chain; it ends with the process. */
final class ChainLock implements Closeable {
  private final FileChannel channel;

  private ChainLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock on a chain, unless somebody else has it. */
  static Optional<ChainLock> take(Path folder) throws IOException {
    PrivateFiles.createFolder(folder);
    Path file = folder.resolve("lock");
    PrivateFiles.createFile(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      taken = lock != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      taken = false;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(new ChainLock(channel)) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
