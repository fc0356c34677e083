package dev.alidade.cache.shared;

import com.github.luben.zstd.Zstd;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ValueCodec;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A result as bytes, column by column and packed, and back. */
final class RowsCodec {
  /** Raised whenever results are written, or what engines give is meant, in another way. */
  static final int FORMAT = 1;

  private static final int LEVEL = 1;
  private static final int HEAD = Integer.BYTES;

  private RowsCodec() {}

  /** The bytes; nothing where they are more than {@code most} before they are packed. */
  static Optional<byte[]> write(SharedRows rows, int most) {
    byte[] plain = plain(rows);
    if (plain.length > most) {
      return Optional.empty();
    }
    byte[] packed = Zstd.compress(plain, LEVEL);
    return Optional.of(
        ByteBuffer.allocate(HEAD + packed.length).putInt(plain.length).put(packed).array());
  }

  /**
   * The result.
   *
   * @throws IOException where they are not what {@link #write} gave with {@code most}
   */
  static SharedRows read(byte[] bytes, int most) throws IOException {
    try {
      int length = ByteBuffer.wrap(bytes).getInt();
      if (length < 0 || length > most) {
        throw new IOException("it claims %d bytes".formatted(length));
      }
      byte[] plain = Zstd.decompress(Arrays.copyOfRange(bytes, HEAD, bytes.length), length);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
      SharedRows rows = rows(in);
      if (plain.length != length || in.available() > 0) {
        throw new IOException("it has other bytes than it claims");
      }
      return rows;
    } catch (RuntimeException wrong) {
      throw new IOException("it is no result", wrong);
    }
  }

  private static byte[] plain(SharedRows rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeLong(rows.readAt().toEpochMilli());
      out.writeInt(rows.tables().size());
      for (TableName table : rows.tables()) {
        ValueCodec.write(table.schema().orElse(null), out);
        ValueCodec.write(table.table(), out);
      }
      out.writeInt(rows.columns().size());
      for (ResultColumn column : rows.columns()) {
        ValueCodec.write(column.name(), out);
        ValueCodec.write(column.type().kind().name(), out);
        ValueCodec.write(column.type().engineName(), out);
      }
      out.writeInt(rows.batches().size());
      for (Batch batch : rows.batches()) {
        out.writeInt(batch.rows());
        for (int column = 0; column < rows.columns().size(); column++) {
          ColumnCodec.write(batch.column(column), batch.rows(), out);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static SharedRows rows(DataInputStream in) throws IOException {
    Instant readAt = Instant.ofEpochMilli(in.readLong());
    List<TableName> tables = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      Optional<String> schema = Optional.ofNullable((String) ValueCodec.read(in));
      tables.add(new TableName(schema, (String) ValueCodec.read(in)));
    }
    List<ResultColumn> columns = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      String name = (String) ValueCodec.read(in);
      TypeKind kind = TypeKind.valueOf((String) ValueCodec.read(in));
      columns.add(new ResultColumn(name, new DataType(kind, (String) ValueCodec.read(in))));
    }
    List<SharedBatch> batches = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      batches.add(batch(in, columns.size()));
    }
    return new SharedRows(readAt, tables, columns, batches);
  }

  private static SharedBatch batch(DataInputStream in, int width) throws IOException {
    int rows = in.readInt();
    List<ColumnValues> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      columns.add(ColumnCodec.read(rows, in));
    }
    return new SharedBatch(rows, columns);
  }

  // Whatever is counted takes a byte at least, so a wrong count claims no memory.
  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available()) {
      throw new IOException("it claims %d parts".formatted(count));
    }
    return count;
  }
}
