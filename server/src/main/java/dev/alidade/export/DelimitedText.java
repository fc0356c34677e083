package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.query.Cells;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows of fields between delimiters, after RFC 4180. */
final class DelimitedText {
  static final List<String> OPTIONS =
      List.of("delimiter", "quote", "encoding", "nulls", "decimal_mark", "header", "keep_formulas");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

  private static final String USUAL_DELIMITERS = ",;\t|";
  private static final String USUAL_QUOTES = "\"'";

  private final char delimiter;
  private final char quote;
  private final TextEncoding encoding;
  private final String nulls;
  private final char decimalMark;
  private final boolean header;
  private final boolean keepFormulas;

  /** Whether no mark or text for NULL can stand in a number, a date or a time. */
  private final boolean isPlain;

  DelimitedText(char usualDelimiter, ExportOptions options) {
    delimiter = options.delimiter().map(mark -> mark.charAt(0)).orElse(usualDelimiter);
    quote = options.quote().map(mark -> mark.charAt(0)).orElse('"');
    encoding = options.encoding().orElse(TextEncoding.UTF_8);
    nulls = options.nulls().orElse("");
    decimalMark = options.decimalMark().map(mark -> mark.charAt(0)).orElse('.');
    header = options.header().orElse(true);
    keepFormulas = options.keepFormulas().orElse(false);
    if (delimiter == quote || delimiter == decimalMark || quote == decimalMark) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`delimiter`, `quote` and `decimal_mark` must differ; with a decimal comma take `;` or a tab as delimiter");
    }
    isPlain =
        decimalMark == '.'
            && USUAL_DELIMITERS.indexOf(delimiter) >= 0
            && USUAL_QUOTES.indexOf(quote) >= 0
            && (nulls.isEmpty() || nulls.equals("NULL") || nulls.equals("\\N"));
    if (nulls.indexOf(delimiter) >= 0
        || nulls.indexOf(quote) >= 0
        || nulls.matches("(?s).*\\R.*")) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`nulls` must hold no delimiter, quote or line end");
    }
  }

  void write(ResultStream result, OutputStream out) throws IOException {
    List<ResultColumn> columns = result.columns();
    StringBuilder text = new StringBuilder(1 << 16).append(encoding.mark());
    CharsetEncoder encoder = encoder();
    try {
      if (header) {
        appendHeader(text, columns);
      }
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        appendRows(text, columns, batch.get());
        send(text, encoder, out);
      }
      send(text, encoder, out);
    } catch (CharacterCodingException unknown) {
      throw new AlidadeException(
          ErrorCode.DATA_ERROR,
          "The rows hold a character that %s does not have; take `encoding` utf_8 or utf_8_bom"
              .formatted(encoding.charset()),
          unknown);
    }
  }

  private CharsetEncoder encoder() {
    // What is no text at all (half a surrogate pair) has no form in any encoding.
    CodingErrorAction lost =
        encoding.charset().name().startsWith("UTF")
            ? CodingErrorAction.REPLACE
            : CodingErrorAction.REPORT;
    return encoding.charset().newEncoder().onUnmappableCharacter(lost).onMalformedInput(lost);
  }

  /** At once, for who reads a stream waits for its rows, and they may end at any of them. */
  private static void send(StringBuilder text, CharsetEncoder encoder, OutputStream out)
      throws IOException {
    if (encoder.charset().equals(StandardCharsets.UTF_8)) {
      // The same bytes, by what the machine does many at a time.
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } else {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
      out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    }
    text.setLength(0);
  }

  private void appendHeader(StringBuilder text, List<ResultColumn> columns) {
    for (int column = 0; column < columns.size(); column++) {
      separate(text, column);
      appendText(text, harmless(columns.get(column).name()));
    }
    text.append("\r\n");
  }

  private void appendRows(StringBuilder text, List<ResultColumn> columns, Batch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        separate(text, column);
        if (batch.isNull(column, row)) {
          text.append(nulls);
          continue;
        }
        appendCell(text, columns.get(column).type().kind(), batch.value(column, row));
      }
      text.append("\r\n");
    }
  }

  private void appendCell(StringBuilder text, TypeKind kind, Object value) {
    switch (value) {
      case Long number -> text.append(number.longValue());
      case Number number -> appendNumber(text, number);
      case String words -> appendText(text, harmless(words));
      case Temporal time when isPlain -> Cells.append(text, time);
      default -> appendText(text, Shapes.text(kind, value));
    }
  }

  private void appendNumber(StringBuilder text, Number number) {
    if (isPlain) {
      Cells.append(text, number);
      return;
    }
    String plain = Cells.toText(number);
    appendText(text, decimalMark == '.' ? plain : plain.replace('.', decimalMark));
  }

  /** What a spreadsheet would take for a formula is a text to it behind an apostrophe. */
  private String harmless(String value) {
    if (keepFormulas || value.isEmpty()) {
      return value;
    }
    return switch (value.charAt(0)) {
      case '=', '@', '\t', '\r' -> "'" + value;
      case '+', '-' -> PLAIN_NUMBER.matcher(value).matches() ? value : "'" + value;
      default -> value;
    };
  }

  private void separate(StringBuilder text, int column) {
    if (column > 0) {
      text.append(delimiter);
    }
  }

  private void appendText(StringBuilder text, String value) {
    if (!needsQuotes(value)) {
      text.append(value);
      return;
    }
    text.append(quote);
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (letter == quote) {
        text.append(quote);
      }
      text.append(letter);
    }
    text.append(quote);
  }

  private boolean needsQuotes(String value) {
    if (value.isEmpty() || value.equals(nulls)) {
      return true;
    }
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      if (letter == delimiter || letter == quote || letter == '\n' || letter == '\r') {
        return true;
      }
    }
    return value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
  }
}
