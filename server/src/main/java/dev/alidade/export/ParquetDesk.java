package dev.alidade.export;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** What one thread needs to make pages, used again and again. */
final class ParquetDesk implements AutoCloseable {
  private static final int ZSTD_LEVEL = 1;

  private final ParquetPage page = new ParquetPage();
  private final ParquetDictionary dictionary = new ParquetDictionary();
  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);
  private byte[] compressed = {};

  /** The page that is made. */
  ParquetPage page() {
    return page;
  }

  /** The different values of the column whose pages are made. */
  ParquetDictionary dictionary() {
    return dictionary;
  }

  /** Compresses the page; says how many of {@link #compressed} it takes. */
  int compress(ParquetCodec codec) throws IOException {
    return switch (codec) {
      case NONE -> {
        compressed = page.array();
        yield page.size();
      }
      case GZIP -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.size() / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
          gzip.write(page.array(), 0, page.size());
        }
        compressed = bytes.toByteArray();
        yield compressed.length;
      }
      case ZSTD -> {
        int most = Math.toIntExact(Zstd.compressBound(page.size()));
        if (compressed.length < most) {
          compressed = new byte[most];
        }
        yield zstd.compressByteArray(
            compressed, 0, compressed.length, page.array(), 0, page.size());
      }
    };
  }

  /** The bytes of the page that was compressed last. */
  byte[] compressed() {
    return compressed;
  }

  @Override
  public void close() {
    zstd.close();
  }
}
