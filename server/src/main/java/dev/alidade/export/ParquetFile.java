package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/**
 * A Parquet file as it is written from its start to its end: rows gather in one group while the
 * pages of the one before it are made.
 */
final class ParquetFile implements AutoCloseable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final List<ParquetColumn> columns;
  private final int groupRows;
  private final Behind behind = new Behind("parquet");
  private final List<RowGroup> groups = new ArrayList<>();
  private ParquetGroup gathering;
  private ParquetGroup encoding;
  private long position;
  private long rows;

  ParquetFile(OutputStream out, List<ParquetColumn> columns, ParquetCodec codec, int groupRows)
      throws IOException {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.groupRows = groupRows;
    gathering = new ParquetGroup(columns, codec);
    encoding = new ParquetGroup(columns, codec);
    out.write(MAGIC);
    position = MAGIC.length;
  }

  void add(Batch batch) throws IOException {
    List<ColumnValues> values = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      values.add(batch.column(column));
    }
    int row = 0;
    while (row < batch.rows()) {
      row = gathering.add(values, batch.rows(), row, groupRows);
      if (gathering.isFull(groupRows)) {
        endGroup();
      }
    }
  }

  private void endGroup() throws IOException {
    writeEncoded();
    ParquetGroup full = gathering;
    gathering = encoding;
    encoding = full;
    behind.start(full::encode);
  }

  private void writeEncoded() throws IOException {
    behind.await();
    if (encoding.rows() == 0) {
      return;
    }
    rows += encoding.rows();
    RowGroup group = encoding.writeTo(out, position);
    position += group.getTotal_compressed_size();
    groups.add(group);
  }

  /** Writes what is left and the end of the file, which says where everything is. */
  void finish() throws IOException {
    endGroup();
    writeEncoded();
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement("result").setNum_children(columns.size()));
    columns.forEach(column -> schema.add(column.schema()));
    FileMetaData end = new FileMetaData(1, schema, rows, groups);
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

  @Override
  public void close() {
    behind.close();
    gathering.close();
    encoding.close();
  }
}
