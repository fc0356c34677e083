package dev.alidade.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;

/** The compressed pages of one column in one row group, until the group is written. */
final class ParquetChunk implements PageWriter {
  private static final int LARGEST_BOUND = 1024;

  private final PrimitiveType type;
  private final ParquetCodec codec;
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private final Statistics<?> statistics;
  private long values;
  private long uncompressed;

  ParquetChunk(PrimitiveType type, ParquetCodec codec) {
    this.type = type;
    this.codec = codec;
    this.statistics = Statistics.createStats(type);
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int count,
      int rows,
      Statistics<?> ofPage,
      Encoding repetition,
      Encoding definition,
      Encoding encoding)
      throws IOException {
    PageHeader header = new PageHeader().setType(PageType.DATA_PAGE);
    header.setData_page_header(
        new DataPageHeader(count, written(encoding), written(definition), written(repetition)));
    append(header, bytes, pages);
    values += count;
    statistics.mergeStatistics(ofPage);
    encodings.addAll(List.of(repetition, definition, encoding));
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int count,
      int rows,
      Statistics<?> ofPage,
      SizeStatistics sizes,
      GeospatialStatistics places,
      Encoding repetition,
      Encoding definition,
      Encoding encoding)
      throws IOException {
    writePage(bytes, count, rows, ofPage, repetition, definition, encoding);
  }

  @Deprecated
  @Override
  public void writePage(
      BytesInput bytes,
      int count,
      Statistics<?> ofPage,
      Encoding repetition,
      Encoding definition,
      Encoding encoding)
      throws IOException {
    writePage(bytes, count, count, ofPage, repetition, definition, encoding);
  }

  @Override
  public void writePageV2(
      int rows,
      int nulls,
      int count,
      BytesInput repetition,
      BytesInput definition,
      Encoding encoding,
      BytesInput bytes,
      Statistics<?> ofPage) {
    throw new UnsupportedOperationException("pages of version 1 are written");
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    PageHeader header = new PageHeader().setType(PageType.DICTIONARY_PAGE);
    header.setDictionary_page_header(
        new DictionaryPageHeader(page.getDictionarySize(), written(page.getEncoding())));
    append(header, page.getBytes(), dictionary);
    encodings.add(page.getEncoding());
  }

  private void append(PageHeader header, BytesInput bytes, ByteArrayOutputStream to)
      throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
    bytes.writeAllTo(whole);
    byte[] page = whole.toByteArray();
    byte[] compressed = codec.compress(page);
    header.setUncompressed_page_size(page.length).setCompressed_page_size(compressed.length);
    int before = to.size();
    Util.writePageHeader(header, to);
    uncompressed += to.size() - before + page.length;
    to.write(compressed);
  }

  /** Writes the pages, which begin at {@code offset} of the file, and says where they are. */
  ColumnChunk writeTo(OutputStream out, long offset) throws IOException {
    dictionary.writeTo(out);
    pages.writeTo(out);
    ColumnMetaData metadata =
        new ColumnMetaData(
            ParquetSchema.physical(type),
            new ArrayList<>(encodings.stream().map(ParquetChunk::written).toList()),
            List.of(type.getName()),
            codec.written(),
            values,
            uncompressed,
            size(),
            offset + dictionary.size());
    if (dictionary.size() > 0) {
      metadata.setDictionary_page_offset(offset);
    }
    metadata.setStatistics(bounds());
    return new ColumnChunk(offset).setMeta_data(metadata);
  }

  long size() {
    return (long) dictionary.size() + pages.size();
  }

  private org.apache.parquet.format.Statistics bounds() {
    org.apache.parquet.format.Statistics written = new org.apache.parquet.format.Statistics();
    written.setNull_count(statistics.getNumNulls());
    if (!statistics.hasNonNullValue()
        || !statistics.isSmallerThan(LARGEST_BOUND)
        || isNotANumber(statistics.genericGetMin())
        || isNotANumber(statistics.genericGetMax())) {
      return written;
    }
    return written.setMin_value(statistics.getMinBytes()).setMax_value(statistics.getMaxBytes());
  }

  private static boolean isNotANumber(Object bound) {
    return bound instanceof Double number && number.isNaN();
  }

  private static org.apache.parquet.format.Encoding written(Encoding encoding) {
    return org.apache.parquet.format.Encoding.valueOf(encoding.name());
  }

  @Override
  public long getMemSize() {
    return size();
  }

  @Override
  public long allocatedSize() {
    return size();
  }

  @Override
  public String memUsageString(String prefix) {
    return "%s %,d bytes".formatted(prefix, size());
  }
}
