package dev.alidade.export;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.CompressionCodec;

/** How the pages inside a Parquet file are compressed. */
public enum ParquetCodec {
  NONE(CompressionCodec.UNCOMPRESSED),
  GZIP(CompressionCodec.GZIP),
  ZSTD(CompressionCodec.ZSTD);

  private static final int ZSTD_LEVEL = 1;

  private final CompressionCodec written;

  ParquetCodec(CompressionCodec written) {
    this.written = written;
  }

  CompressionCodec written() {
    return written;
  }

  byte[] compress(byte[] page) throws IOException {
    return switch (this) {
      case NONE -> page;
      case GZIP -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
          gzip.write(page);
        }
        yield bytes.toByteArray();
      }
      case ZSTD -> Zstd.compress(page, ZSTD_LEVEL);
    };
  }
}
