package dev.alidade.query.spool;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.RowBatch;
import dev.alidade.engine.ValueCodec;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads some rows of a file that a {@link SpoolWriter} wrote or still writes. */
public final class SpoolReader implements ResultStream {
  private static final int HEAD = 2 * Integer.BYTES;

  private final FileChannel file;
  private final long from;
  private final long upTo;
  private final List<ResultColumn> columns;
  private final boolean isOwn;
  private long position;
  private long row;

  private SpoolReader(FileChannel file, boolean isOwn, long from, long upTo) throws IOException {
    this.file = file;
    this.isOwn = isOwn;
    this.from = from;
    this.upTo = upTo;
    Head head = head();
    this.columns = columnsIn(content(head));
  }

  private record Head(int rows, int bytes) {}

  /**
   * The rows from {@code from} (the first is 0) to before {@code upTo}, which are in the file; it
   * is closed by whoever opened it.
   */
  public static SpoolReader open(FileChannel file, long from, long upTo) {
    try {
      return new SpoolReader(file, false, from, upTo);
    } catch (IOException cause) {
      throw unreadable(cause);
    }
  }

  /** The same from a file that nobody writes any more; it is closed with the reader. */
  public static SpoolReader open(Path path, long from, long upTo) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new SpoolReader(file, true, from, upTo);
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Batch> next() {
    try {
      while (row < upTo) {
        Head head = head();
        long end = row + head.rows();
        if (end > from) {
          return Optional.of(rowsIn(content(head), head.rows()));
        }
        position += head.bytes();
        row = end;
      }
      return Optional.empty();
    } catch (IOException cause) {
      throw unreadable(cause);
    }
  }

  @Override
  public void close() {
    if (!isOwn) {
      return;
    }
    try {
      file.close();
    } catch (IOException cause) {
      throw unreadable(cause);
    }
  }

  private Batch rowsIn(DataInputStream in, int rowsInside) throws IOException {
    List<Object[]> values = new ArrayList<>();
    for (int index = 0; index < rowsInside; index++, row++) {
      Object[] cells = new Object[columns.size()];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = ValueCodec.read(in);
      }
      if (row >= from && row < upTo) {
        values.add(cells);
      }
    }
    return new RowBatch(values);
  }

  private Head head() throws IOException {
    ByteBuffer head = read(HEAD);
    return new Head(head.getInt(), head.getInt());
  }

  private DataInputStream content(Head head) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(read(head.bytes()).array()));
  }

  private ByteBuffer read(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      int count = file.read(bytes, position);
      if (count < 0) {
        throw new EOFException("the file ends within a block");
      }
      position += count;
    }
    return bytes.flip();
  }

  private static List<ResultColumn> columnsIn(DataInputStream in) throws IOException {
    int width = in.readInt();
    List<ResultColumn> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      String name = (String) ValueCodec.read(in);
      TypeKind kind = TypeKind.valueOf((String) ValueCodec.read(in));
      columns.add(new ResultColumn(name, new DataType(kind, (String) ValueCodec.read(in))));
    }
    return List.copyOf(columns);
  }

  private static AlidadeException unreadable(IOException cause) {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "The kept result cannot be read; run the statement again",
        cause);
  }
}
