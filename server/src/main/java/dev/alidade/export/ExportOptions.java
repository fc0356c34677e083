package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a format is to be written, where that is to be other than usual. */
public record ExportOptions(
    @Description("csv, tsv: one character between fields") Optional<String> delimiter,
    @Description("csv, tsv: one character around fields that need it; \" unless given")
        Optional<String> quote,
    @Description(
            "csv, tsv: utf_8 unless given; utf_8_bom is what Excel opens right by a double click")
        Optional<TextEncoding> encoding,
    @Description("csv, tsv, markdown, html: the text for NULL; an empty field unless given")
        Optional<String> nulls,
    @Description("csv, tsv: the mark between whole and fraction, `.` unless given")
        Optional<String> decimalMark,
    @Description("csv, tsv, excel: whether column names come first; true unless given")
        Optional<Boolean> header,
    @Description(
            "csv, tsv: true writes texts that begin with = + - @ as they are; unless given a ' stands "
                + "before them, so that no spreadsheet runs them as a formula")
        Optional<Boolean> keepFormulas,
    @Description("json: whether it is laid out over lines for people") Optional<Boolean> pretty,
    @Description("excel: the name of the sheet; `result` unless given") Optional<String> sheet,
    @Description("excel: rows of one sheet, at most 1048575; the rest goes to further sheets")
        Optional<Integer> rowsPerSheet,
    @Description("sql: the table that the rows go into; `result` unless given")
        Optional<String> table,
    @Description("parquet: how pages are compressed; zstd unless given")
        Optional<ParquetCodec> codec,
    @Description("parquet: rows of one row group, at most 1000000; 122880 unless given")
        Optional<Integer> rowGroupRows) {
  /** What a sheet is called unless given. */
  public static final String USUAL_SHEET = "result";

  static final int MOST_SHEET_ROWS = 1_048_575;
  private static final int MOST_GROUP_ROWS = 1_000_000;

  /** Everything as is usual. */
  public static final ExportOptions USUAL =
      new ExportOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ExportOptions {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(nulls, "nulls");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(keepFormulas, "keepFormulas");
    Objects.requireNonNull(pretty, "pretty");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(codec, "codec");
    delimiter.ifPresent(mark -> checkMark("delimiter", mark));
    quote.ifPresent(mark -> checkMark("quote", mark));
    decimalMark.ifPresent(
        mark -> check(mark.equals(".") || mark.equals(","), "`decimal_mark` must be `.` or `,`"));
    sheet.ifPresent(name -> Sheet.checkName("sheet", name));
    rowsPerSheet.ifPresent(rows -> checkRows("rows_per_sheet", rows, MOST_SHEET_ROWS));
    rowGroupRows.ifPresent(rows -> checkRows("row_group_rows", rows, MOST_GROUP_ROWS));
    table.ifPresent(name -> check(!name.isBlank(), "`table` must not be blank"));
  }

  /** Fails where something is given that the format has no use for. */
  public void checkFor(ExportFormat format) {
    List<String> idle = new ArrayList<>(given());
    idle.removeAll(format.options());
    check(
        idle.isEmpty(),
        "`%s` has no use for the option `%s`; it takes %s"
            .formatted(
                format.name(),
                idle.isEmpty() ? "" : idle.getFirst(),
                format.options().isEmpty() ? "none" : String.join(", ", format.options())));
  }

  private List<String> given() {
    List<String> names = new ArrayList<>();
    add(names, "delimiter", delimiter);
    add(names, "quote", quote);
    add(names, "encoding", encoding);
    add(names, "nulls", nulls);
    add(names, "decimal_mark", decimalMark);
    add(names, "header", header);
    add(names, "keep_formulas", keepFormulas);
    add(names, "pretty", pretty);
    add(names, "sheet", sheet);
    add(names, "rows_per_sheet", rowsPerSheet);
    add(names, "table", table);
    add(names, "codec", codec);
    add(names, "row_group_rows", rowGroupRows);
    return names;
  }

  private static void add(List<String> names, String name, Optional<?> value) {
    if (value.isPresent()) {
      names.add(name);
    }
  }

  private static void checkMark(String name, String mark) {
    boolean usable =
        mark.length() == 1 && !Character.isLetterOrDigit(mark.charAt(0)) && !mark.isBlank();
    check(
        usable || mark.equals("\t"),
        "`%s` must be one character that is no letter, digit, space or line end".formatted(name));
  }

  private static void checkRows(String name, int rows, int most) {
    check(rows >= 1 && rows <= most, "`%s` must be from 1 to %d".formatted(name, most));
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new AlidadeException(ErrorCode.INVALID_INPUT, otherwise);
    }
  }
}
