package dev.alidade.export;

import dev.alidade.engine.Batch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A Parquet file as it is written from its start to its end, one row group in memory. */
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final long LARGEST_GROUP = 24L * 1024 * 1024;
  private static final int LOOK_EVERY = 1_024;

  private final OutputStream out;
  private final List<ParquetColumn> columns;
  private final ParquetCodec codec;
  private final int groupRows;
  private final MessageType schema;
  private final ParquetProperties properties = ParquetProperties.builder().build();
  private final List<RowGroup> groups = new ArrayList<>();
  private List<ParquetChunk> chunks = List.of();
  private ColumnWriter[] writers = {};
  private ColumnWriteStore store;
  private long position;
  private long rows;
  private long inGroup;

  ParquetFile(OutputStream out, List<ParquetColumn> columns, ParquetCodec codec, int groupRows)
      throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.codec = codec;
    this.groupRows = groupRows;
    this.schema =
        new MessageType("result", columns.stream().<Type>map(ParquetColumn::type).toList());
    out.write(MAGIC);
    position = MAGIC.length;
    beginGroup();
  }

  private void beginGroup() {
    chunks = columns.stream().map(column -> new ParquetChunk(column.type(), codec)).toList();
    List<ColumnDescriptor> descriptors = schema.getColumns();
    store =
        properties.newColumnWriteStore(
            schema, descriptor -> chunks.get(descriptors.indexOf(descriptor)));
    writers = descriptors.stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
    inGroup = 0;
  }

  void add(Batch batch) throws IOException {
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < writers.length; column++) {
        if (batch.isNull(column, row)) {
          writers[column].writeNull(0, 0);
          continue;
        }
        set(batch, column, row);
      }
      store.endRecord();
      inGroup++;
      if (inGroup == groupRows
          || (inGroup % LOOK_EVERY == 0 && store.getBufferedSize() > LARGEST_GROUP)) {
        endGroup();
        beginGroup();
      }
    }
  }

  private void set(Batch batch, int column, int row) {
    try {
      columns.get(column).setter().set(writers[column], batch, column, row);
    } catch (ClassCastException | ArithmeticException | UnsupportedOperationException misfit) {
      throw Shapes.misfit(columns.get(column).type().getName(), columns.get(column).type(), misfit);
    }
  }

  private void endGroup() throws IOException {
    if (inGroup == 0) {
      return;
    }
    store.flush();
    store.close();
    List<ColumnChunk> written = new ArrayList<>();
    long start = position;
    for (ParquetChunk chunk : chunks) {
      written.add(chunk.writeTo(out, position));
      position += chunk.size();
    }
    groups.add(
        new RowGroup(written, position - start, inGroup)
            .setFile_offset(start)
            .setTotal_compressed_size(position - start));
    rows += inGroup;
  }

  /** Writes what is left and the end of the file, which says where everything is. */
  void finish() throws IOException {
    endGroup();
    FileMetaData end = new FileMetaData(1, ParquetSchema.of(columns), rows, groups);
    end.setCreated_by("Alidade");
    end.setColumn_orders(
        Collections.nCopies(columns.size(), ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())));
    CountingStream counted = new CountingStream(out);
    Util.writeFileMetaData(end, counted);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Math.toIntExact(counted.bytes()))
            .array());
    out.write(MAGIC);
  }
}
