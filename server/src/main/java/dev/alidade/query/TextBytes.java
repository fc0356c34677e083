package dev.alidade.query;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Text that is put together in UTF-8 at once, without strings or characters between: numbers, dates
 * and times as {@link Cells} and {@link Moments} write them.
 */
public final class TextBytes {
  private static final byte[] PAIRS = pairs();
  private static final byte[] LEAST = ascii(Long.toString(Long.MIN_VALUE));
  private static final long MICROS_OF_DAY = 86_400_000_000L;
  private static final int MICROS_OF_SECOND = 1_000_000;
  private static final int NANOS_OF_MICRO = 1_000;
  private static final long NANOS_OF_SECOND = 1_000_000_000;
  private static final int DIGITS_OF_NANOS = 9;
  private static final int SECONDS_OF_HOUR = 3_600;
  private static final int MINUTE = 60;
  private static final int LAST_OF_FOUR = 9_999;
  private static final double MOST_WHOLE = 1e7;
  private static final int LONGEST_NUMBER = 64;

  private final StringBuilder fraction = new StringBuilder(LONGEST_NUMBER);
  private byte[] bytes;
  private int size;
  // Rows that follow one another often have the same date.
  private final byte[] day = new byte[LONGEST_NUMBER];
  private long dayWritten = Long.MIN_VALUE;
  private int dayLength;

  /** Room for so many bytes, which grows. */
  public TextBytes(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes there are. */
  public int size() {
    return size;
  }

  /** The bytes, which are only read; there may be more behind them. */
  public byte[] array() {
    return bytes;
  }

  /** Forgets what is behind so many bytes. */
  public void cut(int length) {
    size = length;
  }

  /** Writes everything, and forgets it. */
  public void sendTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  /** A character of ASCII. */
  public TextBytes add(char letter) {
    makeRoom(1);
    bytes[size++] = (byte) letter;
    return this;
  }

  /** Text that is UTF-8 already. */
  public TextBytes add(byte[] text, int from, int length) {
    makeRoom(length);
    System.arraycopy(text, from, bytes, size, length);
    size += length;
    return this;
  }

  /** What is no text (half a pair) becomes a question mark. */
  public TextBytes add(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return add(encoded, 0, encoded.length);
  }

  /** A whole number. */
  public TextBytes add(long number) {
    if (number == Long.MIN_VALUE) {
      return add(LEAST, 0, LEAST.length);
    }
    makeRoom(LONGEST_NUMBER);
    digits(sign(number), 1);
    return this;
  }

  /** A decimal by its digits, {@code scale} of them behind its point. */
  public TextBytes addDecimal(long unscaled, int scale) {
    if (scale == 0) {
      return add(unscaled);
    }
    if (scale < 0 || unscaled == Long.MIN_VALUE) {
      return add(BigDecimal.valueOf(unscaled, scale).toPlainString());
    }
    makeRoom(LONGEST_NUMBER + scale);
    digits(sign(unscaled), scale + 1);
    int point = size - scale;
    System.arraycopy(bytes, point, bytes, point + 1, scale);
    bytes[point] = '.';
    size++;
    return this;
  }

  /** A fraction as Java writes it. */
  public TextBytes add(double number) {
    long whole = (long) number;
    if (whole == number && Math.abs(number) < MOST_WHOLE && whole != 0) {
      return add(whole).add('.').add('0');
    }
    fraction.setLength(0);
    fraction.append(number);
    int length = fraction.length();
    makeRoom(length);
    for (int index = 0; index < length; index++) {
      bytes[size + index] = (byte) fraction.charAt(index);
    }
    size += length;
    return this;
  }

  /** A date by its days since 1970. */
  public TextBytes addDate(long days) {
    if (days != dayWritten) {
      int start = size;
      appendDate(LocalDate.ofEpochDay(days));
      dayLength = size - start;
      System.arraycopy(bytes, start, day, 0, dayLength);
      dayWritten = days;
      return this;
    }
    return add(day, 0, dayLength);
  }

  /** A date and a time with T between them, by its microseconds since 1970. */
  public TextBytes addMoment(long micros) {
    addDate(Math.floorDiv(micros, MICROS_OF_DAY)).add('T');
    long ofDay = Math.floorMod(micros, MICROS_OF_DAY);
    int left = (int) (ofDay % MICROS_OF_SECOND);
    return addTime((int) (ofDay / MICROS_OF_SECOND), left * NANOS_OF_MICRO);
  }

  /** A date and a time with T between them. */
  public TextBytes add(LocalDateTime time) {
    return addDate(time.toLocalDate().toEpochDay()).add('T').add(time.toLocalTime());
  }

  /** The moment in UTC, with Z behind it. */
  public TextBytes add(OffsetDateTime time) {
    return add(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()).add('Z');
  }

  /** A time of the day, and as much of a second as there is. */
  public TextBytes add(LocalTime time) {
    long nanos = time.toNanoOfDay();
    return addTime((int) (nanos / NANOS_OF_SECOND), (int) (nanos % NANOS_OF_SECOND));
  }

  private TextBytes addTime(int second, int nanos) {
    makeRoom(LONGEST_NUMBER);
    pair(second / SECONDS_OF_HOUR);
    bytes[size++] = ':';
    pair(second / MINUTE % MINUTE);
    bytes[size++] = ':';
    pair(second % MINUTE);
    if (nanos == 0) {
      return this;
    }
    bytes[size++] = '.';
    digits(nanos, DIGITS_OF_NANOS);
    while (bytes[size - 1] == '0') {
      size--;
    }
    return this;
  }

  private void appendDate(LocalDate date) {
    makeRoom(LONGEST_NUMBER);
    int year = date.getYear();
    if (year < 0) {
      bytes[size++] = '-';
    }
    if (year > LAST_OF_FOUR) {
      bytes[size++] = '+';
    }
    digits(Math.abs(year), 4);
    bytes[size++] = '-';
    pair(date.getMonthValue());
    bytes[size++] = '-';
    pair(date.getDayOfMonth());
  }

  /** Writes the sign of a number and gives the number without. */
  private long sign(long number) {
    if (number < 0) {
      bytes[size++] = '-';
    }
    return Math.abs(number);
  }

  /** A number that is not negative, with zeros before it up to so many digits. */
  private void digits(long number, int least) {
    int length = Math.max(least, length(number));
    int at = size + length;
    long left = number;
    while (left >= 100) {
      int two = (int) (left % 100) * 2;
      left /= 100;
      bytes[--at] = PAIRS[two + 1];
      bytes[--at] = PAIRS[two];
    }
    if (left >= 10) {
      bytes[--at] = PAIRS[(int) left * 2 + 1];
      bytes[--at] = PAIRS[(int) left * 2];
    } else {
      bytes[--at] = (byte) ('0' + left);
    }
    Arrays.fill(bytes, size, at, (byte) '0');
    size += length;
  }

  private static int length(long number) {
    int length = 1;
    for (long bound = 10; length < 19 && number >= bound; bound *= 10) {
      length++;
    }
    return length;
  }

  private void pair(int number) {
    bytes[size++] = PAIRS[number * 2];
    bytes[size++] = PAIRS[number * 2 + 1];
  }

  private void makeRoom(int more) {
    if (more > bytes.length - size) {
      int needed = Math.addExact(size, more);
      bytes =
          Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * size, Integer.MAX_VALUE - 16)));
    }
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int number = 0; number < 100; number++) {
      pairs[number * 2] = (byte) ('0' + number / 10);
      pairs[number * 2 + 1] = (byte) ('0' + number % 10);
    }
    return pairs;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
