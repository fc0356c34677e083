package dev.alidade.product;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Field;

/** What an independent reader finds in an Arrow stream. */
record ArrowStream(List<String> columns, long rows) {
  static ArrowStream read(InputStream body) throws IOException {
    try (RootAllocator allocator = new RootAllocator();
        ArrowStreamReader reader = new ArrowStreamReader(body, allocator)) {
      List<String> columns =
          reader.getVectorSchemaRoot().getSchema().getFields().stream()
              .map(Field::getName)
              .toList();
      long rows = 0;
      while (reader.loadNextBatch()) {
        rows += reader.getVectorSchemaRoot().getRowCount();
      }
      return new ArrowStream(columns, rows);
    }
  }
}
