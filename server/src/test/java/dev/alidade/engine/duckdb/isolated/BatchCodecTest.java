package dev.alidade.engine.duckdb.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.TextValues;
import dev.alidade.engine.duckdb.run.ColumnBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchCodecTest {
  private static final BitSet SECOND = BitSet.valueOf(new long[] {2});

  @Test
  void everyFormOfAColumnArrivesAsItWas() throws IOException {
    List<ColumnValues> columns = new ArrayList<>();
    for (LongValues.Meaning meaning : LongValues.Meaning.values()) {
      int scale = meaning == LongValues.Meaning.DECIMAL ? 4 : 0;
      columns.add(new LongValues(meaning, scale, new long[] {-7, 0, 20_000}, SECOND));
    }
    columns.add(new DoubleValues(new double[] {Double.NaN, 0, -0.0}, SECOND));
    columns.add(texts("ä日😀", "", "plain"));
    columns.add(texts("before", "ä", "", "plain").slice(1, 3));
    columns.add(new ObjectValues(new Object[] {new BigDecimal("1e30"), null, List.of(1L)}));
    Batch sent = new ColumnBatch(3, columns);
    Batch arrived = BatchCodec.read(new Decoder(bytes(sent, columns.size())));
    assertThat(arrived.rows()).isEqualTo(3);
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < 3; row++) {
        assertThat(arrived.value(column, row)).isEqualTo(sent.value(column, row));
      }
    }
  }

  @Test
  void aMessageThatWasCutIsRefused() throws IOException {
    byte[] whole = bytes(new ColumnBatch(3, List.of(texts("one", "two", "three"))), 1);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> BatchCodec.read(new Decoder(cut)))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static TextValues texts(String... values) {
    int[] starts = new int[values.length + 1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int row = 0; row < values.length; row++) {
      bytes.writeBytes(values[row].getBytes(StandardCharsets.UTF_8));
      starts[row + 1] = bytes.size();
    }
    return new TextValues(bytes.toByteArray(), starts, SECOND);
  }

  private static byte[] bytes(Batch batch, int columns) throws IOException {
    Encoder encoder = new Encoder(MessageKind.READY);
    BatchCodec.write(batch, columns, encoder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.send(out);
    return Arrays.copyOfRange(out.toByteArray(), Encoder.HEADER, out.size());
  }
}
