package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes into the text that runs under which views it runs. The views stand before the statement,
 * and a keyed fingerprint before both, so that nobody but this engine can choose them.
 */
final class SqliteSeal {
  /** How such a text begins; the gate lets no other text through that holds this. */
  static final String MARK = "/*alidade:views ";

  private static final String AS = " AS ";
  private static final String END = ";\n";
  private static final Pattern HEAD =
      Pattern.compile(Pattern.quote(MARK) + "([0-9a-f]{64})((?: \\d{1,7}:\\d{1,7})+)\\*/\n");

  // Copied for every text: to make one costs as much as what it is made for.
  private final Mac keyed;

  SqliteSeal() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    try {
      keyed = Mac.getInstance("HmacSHA256");
      keyed.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** A statement as it was written, and the views under which it runs. */
  record Opened(SqliteViews views, String sql) {}

  String seal(SqliteViews views, String sql) {
    StringBuilder lengths = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (TableView view : views.views()) {
      String name = view.table().table();
      lengths.append(' ').append(name.length()).append(':').append(view.query().length());
      body.append(name).append(AS).append(view.query()).append(END);
    }
    body.append(sql);
    return MARK + fingerprint(lengths.toString(), body.toString()) + lengths + "*/\n" + body;
  }

  /** The parts of a text; one that was not sealed runs under no views. */
  Opened open(String text) {
    if (!text.startsWith(MARK)) {
      return new Opened(SqliteViews.NONE, text);
    }
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt() || !isOurs(head.group(1), head.group(2), text.substring(head.end()))) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement was not governed by this source as it is now; run it again");
    }
    List<TableView> views = new ArrayList<>();
    int at = head.end();
    for (String length : head.group(2).strip().split(" ", -1)) {
      String[] parts = length.split(":", -1);
      int query = at + Integer.parseInt(parts[0]) + AS.length();
      int end = query + Integer.parseInt(parts[1]);
      views.add(
          new TableView(
              TableName.of(text.substring(at, query - AS.length())), text.substring(query, end)));
      at = end + END.length();
    }
    return new Opened(new SqliteViews(views), text.substring(at));
  }

  private boolean isOurs(String written, String lengths, String body) {
    return MessageDigest.isEqual(
        written.getBytes(StandardCharsets.US_ASCII),
        fingerprint(lengths, body).getBytes(StandardCharsets.US_ASCII));
  }

  private String fingerprint(String lengths, String body) {
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update((lengths + "*").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
