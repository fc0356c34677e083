package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;

/** Rows of a Parquet file that are gathered column by column, and then made pages of. */
final class ParquetGroup implements AutoCloseable {
  private static final long LARGEST = 24L * 1024 * 1024;
  private static final int LOOK_EVERY = 1_024;

  private final List<ParquetColumn> columns;
  private final ParquetCodec codec;
  private final List<ParquetValues> gathered;
  private final List<ByteArrayOutputStream> pages;
  private final Queue<ParquetDesk> desks = new ConcurrentLinkedQueue<>();
  private List<ParquetChunk> chunks = List.of();
  private int rows;

  ParquetGroup(List<ParquetColumn> columns, ParquetCodec codec) {
    this.columns = List.copyOf(columns);
    this.codec = codec;
    gathered = columns.stream().map(column -> column.values().get()).toList();
    pages = columns.stream().map(column -> new ByteArrayOutputStream()).toList();
  }

  int rows() {
    return rows;
  }

  /**
   * Takes rows of a batch of so many until there are {@code most}, or enough; says where it
   * stopped.
   */
  int add(List<ColumnValues> values, int batchRows, int from, int most) {
    for (int column = 0; column < columns.size(); column++) {
      open(column, values.get(column), batchRows);
    }
    int row = from;
    while (row < batchRows && !isFull(most)) {
      int end = Math.min(Math.min(batchRows, row + LOOK_EVERY), row + most - rows);
      for (int column = 0; column < columns.size(); column++) {
        gathered.get(column).add(values.get(column), row, end);
      }
      rows += end - row;
      row = end;
    }
    return row;
  }

  private void open(int column, ColumnValues values, int batchRows) {
    try {
      gathered.get(column).open(values, batchRows);
    } catch (ClassCastException | ArithmeticException | UnsupportedOperationException misfit) {
      ParquetColumn unfit = columns.get(column);
      throw Shapes.misfit(unfit.name(), unfit.schema().getType(), misfit);
    }
  }

  /** Whether it has so many rows, or as much as is to be in memory at a time. */
  boolean isFull(int most) {
    return rows >= most || gathered.stream().mapToLong(ParquetValues::size).sum() > LARGEST;
  }

  /** Makes the pages, with all processors. */
  ParquetGroup encode() throws IOException {
    List<ParquetChunk> made = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      made.add(
          new ParquetChunk(columns.get(column), codec, gathered.get(column), pages.get(column)));
    }
    try {
      made.parallelStream().forEach(this::encode);
    } catch (UncheckedIOException unwritten) {
      throw unwritten.getCause();
    }
    chunks = List.copyOf(made);
    return this;
  }

  private void encode(ParquetChunk chunk) {
    ParquetDesk free = desks.poll();
    ParquetDesk desk = free == null ? new ParquetDesk() : free;
    try {
      chunk.encode(desk);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    } finally {
      desks.add(desk);
    }
  }

  /** Writes the pages, which begin at {@code offset} of the file, and forgets everything. */
  RowGroup writeTo(OutputStream out, long offset) throws IOException {
    List<ColumnChunk> written = new ArrayList<>();
    long position = offset;
    for (ParquetChunk chunk : chunks) {
      written.add(chunk.writeTo(out, position));
      position += chunk.size();
    }
    RowGroup group =
        new RowGroup(written, position - offset, rows)
            .setFile_offset(offset)
            .setTotal_compressed_size(position - offset);
    gathered.forEach(ParquetValues::clear);
    pages.forEach(ByteArrayOutputStream::reset);
    chunks = List.of();
    rows = 0;
    return group;
  }

  @Override
  public void close() {
    desks.forEach(ParquetDesk::close);
  }
}
