package dev.alidade.audit;

import java.io.Closeable;
import java.io.File;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * The file that a chain grows in. Plain file calls: a channel would be closed by an interrupt of
 * the thread that happens to write.
 */
final class Segment implements Closeable {
  private final File path;
  private final RandomAccessFile file;
  private long length;

  private Segment(File path, RandomAccessFile file, long length) {
    this.path = path;
    this.file = file;
    this.length = length;
  }

  /** Opens a segment, makes it if there is none, and drops what stands after {@code length}. */
  static Segment open(Path path, long length) throws IOException {
    PrivateFiles.createFile(path);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    Segment segment = new Segment(path.toFile(), file, length);
    try {
      segment.cut();
    } catch (IOException failure) {
      file.close();
      throw failure;
    }
    return segment;
  }

  long length() {
    return length;
  }

  Path path() {
    return path.toPath();
  }

  /** Fails where the file at the path is no longer the one that was written so far. */
  void check() throws IOException {
    if (path.length() != length) {
      throw new IOException(path + " is gone or was changed by somebody else");
    }
  }

  void write(byte[] bytes) throws IOException {
    file.write(bytes);
    length += bytes.length;
  }

  /** Forces it to the disk; another thread may write to it, or leave it, meanwhile. */
  void sync() throws IOException {
    FileDescriptor descriptor = file.getFD();
    if (descriptor.valid()) {
      descriptor.sync();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void cut() throws IOException {
    if (file.length() < length) {
      throw new IOException(path + " is shorter than it was");
    }
    file.setLength(length);
    file.seek(length);
  }
}
