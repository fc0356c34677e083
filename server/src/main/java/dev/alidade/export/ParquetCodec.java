package dev.alidade.export;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
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

  byte[] compress(byte[] page, int length) throws IOException {
    return switch (this) {
      case NONE -> Arrays.copyOf(page, length);
      case GZIP -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
          gzip.write(page, 0, length);
        }
        yield bytes.toByteArray();
      }
      case ZSTD -> {
        byte[] bytes = new byte[Math.toIntExact(Zstd.compressBound(length))];
        long size = Zstd.compressByteArray(bytes, 0, bytes.length, page, 0, length, ZSTD_LEVEL);
        if (Zstd.isError(size)) {
          throw new IOException("zstd: " + Zstd.getErrorName(size));
        }
        yield Arrays.copyOf(bytes, (int) size);
      }
    };
  }
}
