package dev.alidade.query.spool;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a result into a file: the columns, and then blocks of rows. What {@link #rows} and {@link
 * #bytes} count can be read by others already; one thread writes.
 */
public final class SpoolWriter {
  private final FileChannel file;
  private final int width;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream(1 << 16);
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /** Begins at the start of {@code file}, which is closed by whoever opened it. */
  public SpoolWriter(FileChannel file, List<ResultColumn> columns) throws IOException {
    this.file = file;
    this.width = columns.size();
    DataOutputStream out = new DataOutputStream(block);
    out.writeInt(width);
    for (ResultColumn column : columns) {
      ValueCodec.write(column.name(), out);
      ValueCodec.write(column.type().kind().name(), out);
      ValueCodec.write(column.type().engineName(), out);
    }
    append(block.toByteArray(), 0);
  }

  /** Adds the rows of a batch from row {@code from} on. */
  public void add(Batch batch, int from) throws IOException {
    if (from >= batch.rows()) {
      return;
    }
    block.reset();
    DataOutputStream out = new DataOutputStream(block);
    for (int row = from; row < batch.rows(); row++) {
      for (int column = 0; column < width; column++) {
        ValueCodec.write(batch.value(column, row), out);
      }
    }
    append(block.toByteArray(), batch.rows() - from);
  }

  /** The rows that are in the file. */
  public long rows() {
    return rows.get();
  }

  /** The size of the file. */
  public long bytes() {
    return bytes.get();
  }

  private void append(byte[] content, int rowsInside) throws IOException {
    ByteBuffer framed = ByteBuffer.allocate(content.length + 2 * Integer.BYTES);
    framed.putInt(rowsInside).putInt(content.length).put(content).flip();
    long position = bytes.get();
    while (framed.hasRemaining()) {
      position += file.write(framed, position);
    }
    bytes.set(position);
    // Readers go by the rows, so these are told of last.
    rows.addAndGet(rowsInside);
  }
}
