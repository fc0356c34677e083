package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.LongValues;
import dev.alidade.engine.LongValues.Meaning;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBReadableVector;

/** Collects what the engine keeps as whole numbers of up to 64 bits. */
final class LongBuilder extends ColumnBuilder {
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
  private static final int BYTE_MASK = 0xff;
  private static final int SHORT_MASK = 0xffff;
  private static final long INT_MASK = 0xffff_ffffL;

  /** How a number lies in the engine's memory. */
  private enum Width {
    BYTE,
    UNSIGNED_BYTE,
    SHORT,
    UNSIGNED_SHORT,
    INT,
    UNSIGNED_INT,
    LONG
  }

  private record Form(Width width, Meaning meaning) {}

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("TINYINT", new Form(Width.BYTE, Meaning.INTEGER)),
          Map.entry("SMALLINT", new Form(Width.SHORT, Meaning.INTEGER)),
          Map.entry("INTEGER", new Form(Width.INT, Meaning.INTEGER)),
          Map.entry("BIGINT", new Form(Width.LONG, Meaning.INTEGER)),
          Map.entry("UTINYINT", new Form(Width.UNSIGNED_BYTE, Meaning.INTEGER)),
          Map.entry("USMALLINT", new Form(Width.UNSIGNED_SHORT, Meaning.INTEGER)),
          Map.entry("UINTEGER", new Form(Width.UNSIGNED_INT, Meaning.INTEGER)),
          Map.entry("BOOLEAN", new Form(Width.BYTE, Meaning.TRUTH)),
          Map.entry("DATE", new Form(Width.INT, Meaning.DAYS)),
          Map.entry("TIMESTAMP", new Form(Width.LONG, Meaning.MICROS)),
          Map.entry("TIMESTAMP WITH TIME ZONE", new Form(Width.LONG, Meaning.MICROS_UTC)));

  private final Form form;
  private final int scale;
  private long[] numbers = {};
  private BitSet nulls = new BitSet();
  private int size;
  // How many there were when the array was given away.
  private int usual;

  private LongBuilder(Form form, int scale) {
    this.form = form;
    this.scale = scale;
  }

  /** Empty where the type's values are wider. */
  static Optional<LongBuilder> find(DataType type) {
    if (type.kind() == TypeKind.DECIMAL) {
      Matcher digits = DECIMAL.matcher(type.engineName());
      return digits.matches()
          ? ofDecimal(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2)))
          : Optional.empty();
    }
    return Optional.ofNullable(FORMS.get(type.engineName())).map(form -> new LongBuilder(form, 0));
  }

  private static Optional<LongBuilder> ofDecimal(int precision, int scale) {
    if (precision > 18) {
      return Optional.empty();
    }
    Width wider = precision > 9 ? Width.LONG : Width.INT;
    Width width = precision > 4 ? wider : Width.SHORT;
    return Optional.of(new LongBuilder(new Form(width, Meaning.DECIMAL), scale));
  }

  @Override
  void append(DuckDBReadableVector vector, int rows) {
    if (size + rows > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(usual, room(numbers.length, size + rows)));
    }
    VectorMemory memory = new VectorMemory(vector);
    copy(memory.data(), rows);
    memory.nulls(nulls, size, rows);
    // What lies where there is no value is nobody's business.
    for (int row = nulls.nextSetBit(size); row >= 0; row = nulls.nextSetBit(row + 1)) {
      numbers[row] = 0;
    }
    size += rows;
  }

  private void copy(ByteBuffer data, int rows) {
    switch (form.width()) {
      case BYTE -> {
        for (int row = 0; row < rows; row++) {
          numbers[size + row] = data.get(row);
        }
      }
      case UNSIGNED_BYTE -> {
        for (int row = 0; row < rows; row++) {
          numbers[size + row] = data.get(row) & BYTE_MASK;
        }
      }
      case SHORT -> {
        for (int row = 0; row < rows; row++) {
          numbers[size + row] = data.getShort(row * Short.BYTES);
        }
      }
      case UNSIGNED_SHORT -> {
        for (int row = 0; row < rows; row++) {
          numbers[size + row] = data.getShort(row * Short.BYTES) & SHORT_MASK;
        }
      }
      case INT -> {
        for (int row = 0; row < rows; row++) {
          numbers[size + row] = data.getInt(row * Integer.BYTES);
        }
      }
      case UNSIGNED_INT -> {
        for (int row = 0; row < rows; row++) {
          numbers[size + row] = data.getInt(row * Integer.BYTES) & INT_MASK;
        }
      }
      case LONG -> data.asLongBuffer().get(0, numbers, size, rows);
    }
  }

  @Override
  LongValues build() {
    boolean whole = isNearlyFull(numbers.length, size);
    LongValues values =
        new LongValues(
            form.meaning(), scale, whole ? numbers : Arrays.copyOf(numbers, size), nulls);
    if (whole) {
      usual = size;
      numbers = new long[0];
    }
    nulls = new BitSet();
    size = 0;
    return values;
  }
}
