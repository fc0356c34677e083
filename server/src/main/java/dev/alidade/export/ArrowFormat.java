package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.Schema;

/** The Arrow IPC streaming format; decimals and zoned timestamps stay exact. */
public final class ArrowFormat implements ExportFormat {
  @Override
  public String name() {
    return "arrow";
  }

  @Override
  public String mediaType() {
    return "application/vnd.apache.arrow.stream";
  }

  @Override
  public String extension() {
    return "arrows";
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public void write(ResultStream result, ExportOptions options, OutputStream out)
      throws IOException {
    List<ArrowColumn> columns = result.columns().stream().map(ArrowColumn::of).toList();
    Schema schema = new Schema(columns.stream().map(ArrowColumn::field).toList());
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
        ArrowStreamWriter writer = new ArrowStreamWriter(root, null, channel(out))) {
      writer.start();
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        fill(root, columns, batch.get());
        writer.writeBatch();
      }
      writer.end();
    }
  }

  /** A channel that leaves the stream open when it is closed. */
  private static WritableByteChannel channel(OutputStream out) {
    return Channels.newChannel(new LeftOpen(out));
  }

  private static void fill(VectorSchemaRoot root, List<ArrowColumn> columns, Batch batch) {
    for (int column = 0; column < columns.size(); column++) {
      FieldVector vector = root.getVector(column);
      ArrowColumn writer = columns.get(column);
      try {
        writer.filler().fill(vector, batch.column(column), batch.rows());
      } catch (ClassCastException | ArithmeticException | UnsupportedOperationException misfit) {
        throw Shapes.misfit(writer.field().getName(), writer.field().getType(), misfit);
      }
      vector.setValueCount(batch.rows());
    }
    root.setRowCount(batch.rows());
  }
}
