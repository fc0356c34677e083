package dev.alidade.export;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is laid around a whole file. */
public enum Compression {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst"),
  /** An archive with one file in it. */
  ZIP(".zip");

  private static final int BUFFER = 1 << 16;

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  /** What the name of a compressed file ends with. */
  public String suffix() {
    return suffix;
  }

  /** Compresses a file of that name into {@code out}, which stays open when the end is closed. */
  public OutputStream around(OutputStream out, String name) throws IOException {
    OutputStream open = new LeftOpen(out);
    return switch (this) {
      case NONE -> open;
      case GZIP -> new GZIPOutputStream(open, BUFFER);
      case ZSTD -> new ZstdOutputStream(open);
      case ZIP -> {
        ZipOutputStream zip = new ZipOutputStream(open);
        zip.putNextEntry(new ZipEntry(name));
        yield zip;
      }
    };
  }
}
