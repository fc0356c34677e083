package dev.alidade.export;

import org.apache.parquet.format.CompressionCodec;

/** How the pages inside a Parquet file are compressed. */
public enum ParquetCodec {
  NONE(CompressionCodec.UNCOMPRESSED),
  GZIP(CompressionCodec.GZIP),
  ZSTD(CompressionCodec.ZSTD);

  private final CompressionCodec written;

  ParquetCodec(CompressionCodec written) {
    this.written = written;
  }

  CompressionCodec written() {
    return written;
  }
}
