package dev.alidade.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/** The compressed pages of one column in one row group, until the group is written. */
final class ParquetChunk {
  private static final int LARGEST_PAGE = 1 << 20;

  private final ParquetColumn column;
  private final ParquetCodec codec;
  private final ParquetValues values;
  private final ByteArrayOutputStream pages;
  private final Statistics statistics = new Statistics();
  private long uncompressed;
  private int dictionaryBytes;
  private Encoding encoding = Encoding.PLAIN;

  /** The chunk's pages are kept in {@code pages}, which has to be empty. */
  ParquetChunk(
      ParquetColumn column, ParquetCodec codec, ParquetValues values, ByteArrayOutputStream pages) {
    this.column = column;
    this.codec = codec;
    this.values = values;
    this.pages = pages;
  }

  /** Makes the pages at a desk, which is used for one chunk at a time. */
  void encode(ParquetDesk desk) throws IOException {
    ParquetPage page = desk.page();
    ParquetDictionary dictionary = desk.dictionary();
    encoding = encodingWith(dictionary);
    if (encoding == Encoding.RLE_DICTIONARY) {
      writeDictionary(desk);
    }
    int row = 0;
    int value = 0;
    while (row < values.rows()) {
      int last = value == values.count() ? value : values.behind(value, LARGEST_PAGE);
      int end = last == values.count() ? values.rows() : endOfRows(row, last - value);
      page.clear();
      page.levels(values.nulls(), row, end);
      switch (encoding) {
        case RLE_DICTIONARY -> page.places(dictionary.places(), value, last, dictionary.width());
        case DELTA_BINARY_PACKED -> values.writeSteps(value, last, page);
        default -> values.writePlain(value, last, page);
      }
      PageHeader header = new PageHeader().setType(PageType.DATA_PAGE);
      header.setData_page_header(
          new DataPageHeader(end - row, encoding, Encoding.RLE, Encoding.RLE));
      append(header, desk);
      row = end;
      value = last;
    }
    statistics.setNull_count(values.rows() - values.count());
    values.bounds(statistics);
  }

  private Encoding encodingWith(ParquetDictionary dictionary) {
    if (dictionary.isFor(values)) {
      return Encoding.RLE_DICTIONARY;
    }
    return values.isSteady() ? Encoding.DELTA_BINARY_PACKED : Encoding.PLAIN;
  }

  /** The row behind so many values from a row on. */
  private int endOfRows(int from, int count) {
    int row = from;
    for (int left = count; left > 0; row++) {
      left -= values.nulls().get(row) ? 0 : 1;
    }
    return row;
  }

  private void writeDictionary(ParquetDesk desk) throws IOException {
    ParquetDictionary dictionary = desk.dictionary();
    desk.page().clear();
    dictionary.writePlain(values, desk.page());
    PageHeader header = new PageHeader().setType(PageType.DICTIONARY_PAGE);
    header.setDictionary_page_header(new DictionaryPageHeader(dictionary.size(), Encoding.PLAIN));
    append(header, desk);
    dictionaryBytes = pages.size();
  }

  private void append(PageHeader header, ParquetDesk desk) throws IOException {
    int plain = desk.page().size();
    int size = desk.compress(codec);
    header.setUncompressed_page_size(plain).setCompressed_page_size(size);
    int before = pages.size();
    Util.writePageHeader(header, pages);
    uncompressed += pages.size() - before + plain;
    pages.write(desk.compressed(), 0, size);
  }

  /** Writes the pages, which begin at {@code offset} of the file, and says where they are. */
  ColumnChunk writeTo(OutputStream out, long offset) throws IOException {
    pages.writeTo(out);
    boolean hasDictionary = encoding == Encoding.RLE_DICTIONARY;
    List<Encoding> encodings =
        hasDictionary
            ? List.of(Encoding.RLE, Encoding.PLAIN, Encoding.RLE_DICTIONARY)
            : List.of(Encoding.RLE, encoding);
    ColumnMetaData metadata =
        new ColumnMetaData(
            column.schema().getType(),
            encodings,
            List.of(column.name()),
            codec.written(),
            values.rows(),
            uncompressed,
            size(),
            offset + dictionaryBytes);
    if (hasDictionary) {
      metadata.setDictionary_page_offset(offset);
    }
    metadata.setStatistics(statistics);
    return new ColumnChunk(offset).setMeta_data(metadata);
  }

  long size() {
    return pages.size();
  }
}
