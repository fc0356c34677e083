package dev.alidade.workbench;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next page of one statement starts; it fits no other statement. */
record PageCursor(long offset, String statement) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,15})-([0-9a-f]{24})");

  static PageCursor start(QueryInput input) {
    return new PageCursor(0, fingerprint(input));
  }

  static PageCursor read(String text, QueryInput input) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !matcher.group(2).equals(fingerprint(input))) {
      throw new AlidadeException(
          ErrorCode.CURSOR_INVALID,
          "The cursor does not belong to this statement; leave `cursor` out to start at the first page");
    }
    return new PageCursor(Long.parseLong(matcher.group(1)), matcher.group(2));
  }

  PageCursor after(long rows) {
    return new PageCursor(offset + rows, statement);
  }

  String text() {
    return offset + "-" + statement;
  }

  private static String fingerprint(QueryInput input) {
    String statement = input.source() + '\0' + input.sql() + '\0' + input.parameters();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(statement.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
