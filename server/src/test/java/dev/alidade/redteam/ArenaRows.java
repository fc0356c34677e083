package dev.alidade.redteam;

import dev.alidade.agreement.ColumnForm;
import dev.alidade.agreement.CopiedTable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of one side of the arena: what may be seen is the same for every salt, all else (hidden
 * rows and their number, hidden columns, what masks cover) follows from the salt and occurs nowhere
 * else.
 */
final class ArenaRows {
  static final String REGION = "west";
  static final String HASH_KEY = "key of the arena";

  private static final int CUSTOMERS = 24;
  private static final int ORDERS = 60;
  private static final List<String> NAMES =
      List.of("Ada", "Bob", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kai", "Lea");
  private static final List<String> ELSEWHERE = List.of("east", "WEST", "west ", "north", "wes");
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

  private final Random shared = new Random(7);
  private final Random hidden;
  private final Map<String, List<Object[]>> whole = new LinkedHashMap<>();
  private final Map<String, List<Object[]>> seen = new LinkedHashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> dates = new HashSet<>();

  ArenaRows(long salt) {
    this.hidden = new Random(salt);
    for (ArenaTable table : ArenaTable.ALL) {
      whole.put(table.name(), new ArrayList<>());
      seen.put(table.name(), new ArrayList<>());
    }
    products();
    customers();
    orders();
    payroll();
    whole.values().forEach(rows -> rows.sort(Comparator.comparing(row -> (Long) row[0])));
  }

  Canaries canaries() {
    return new Canaries(texts, numbers, dates);
  }

  /** A text that is in no visible row. */
  String secret() {
    return text();
  }

  /** A cell of a customer who is not shown. */
  String hidden(int column) {
    return whole.get("customers").getFirst()[column].toString();
  }

  /** Every table with all of its rows and columns. */
  List<CopiedTable> whole() {
    return ArenaTable.ALL.stream()
        .map(
            table ->
                copied(
                    table,
                    table.columns().stream().map(ArenaColumn::form).toList(),
                    whole.get(table.name())))
        .toList();
  }

  /** A statement that fills the products again. */
  String insertOfProducts() {
    return whole.get("products").stream()
        .map(row -> "(%s, '%s', '%s', %s)".formatted(row))
        .collect(
            Collectors.joining(
                ", ", "INSERT INTO products (id, title, category, price) VALUES ", ""));
  }

  /** What the caller may see, and nothing else. */
  List<CopiedTable> seen() {
    return ArenaTable.readable().stream()
        .map(
            table ->
                copied(
                    table,
                    table.visibleColumns().stream().map(ArenaColumn::seenForm).toList(),
                    seen.get(table.name())))
        .toList();
  }

  private static CopiedTable copied(
      ArenaTable table, List<ColumnForm> columns, List<Object[]> rows) {
    return new CopiedTable(table.name(), columns, List.of("id"), List.of(), rows);
  }

  private void products() {
    for (long id = 1; id <= 12; id++) {
      Object[] row = {
        id,
        "product " + (char) ('A' + id),
        List.of("tea", "tool", "toy").get((int) id % 3),
        BigDecimal.valueOf(id * 325 + 50, 2)
      };
      whole.get("products").add(row);
      seen.get("products").add(row);
    }
  }

  private void customers() {
    for (long id = 3; id <= 3L * CUSTOMERS; id += 3) {
      visibleCustomer(id);
    }
    int strangers = 18 + hidden.nextInt(12);
    for (int count = 0; count < strangers; count++) {
      String region = count % 6 == 5 ? null : ELSEWHERE.get(count % ELSEWHERE.size());
      whole
          .get("customers")
          .add(
              new Object[] {
                hiddenId(count, 3L * CUSTOMERS),
                text(),
                region,
                text() + "@example.org",
                "+" + phone(),
                number(),
                amount(),
                date(),
                number(),
                Long.toString(number()),
                hidden.nextInt(1000) / 8.0,
                text()
              });
    }
  }

  private void visibleCustomer(long id) {
    String name = NAMES.get((int) (id / 3) % NAMES.size());
    boolean known = shared.nextInt(5) > 0;
    String last = "%04d".formatted(shared.nextInt(10_000));
    long thousands = 400_000L + shared.nextInt(300_000);
    long hundreds = 1_000_000L + shared.nextInt(8_000_000);
    int year = 1960 + shared.nextInt(40);
    String insured = Long.toString(900_000_000L + shared.nextInt(90_000_000));
    numbers.add(insured);
    Object rating = shared.nextInt(6) == 0 ? null : (Object) (shared.nextInt(41) / 8.0);
    long salary = thousands * 1000 + offset(449);
    BigDecimal balance =
        BigDecimal.valueOf(hundreds * 10_000 + 100 * offset(44) + hidden.nextInt(100), 2);
    LocalDate born = LocalDate.ofYearDay(year, 2 + hidden.nextInt(360));
    numbers.add(Long.toString(salary));
    numbers.add(balance.unscaledValue().toString());
    dates.add(born.toString());
    whole
        .get("customers")
        .add(
            new Object[] {
              id,
              name,
              REGION,
              known ? text() + "@example.org" : null,
              "+" + phone() + last,
              salary,
              balance,
              born,
              number(),
              insured,
              rating,
              text()
            });
    seen.get("customers")
        .add(
            new Object[] {
              id,
              name,
              REGION,
              known ? "***" : null,
              "***" + last,
              thousands * 1000.0,
              hundreds * 100.0,
              LocalDate.ofYearDay(year, 1),
              null,
              hash(insured),
              rating
            });
  }

  private void orders() {
    for (int count = 0; count < ORDERS; count++) {
      Object[] row = {
        2L * count + 2,
        3L * (1 + shared.nextInt(CUSTOMERS)),
        (long) (1 + shared.nextInt(14)),
        (long) shared.nextInt(900),
        LocalDate.of(2024, 1, 1).plusDays(shared.nextInt(500)),
        List.of("open", "paid", "sent").get(shared.nextInt(3)),
      };
      seen.get("orders").add(row);
      Object[] with = java.util.Arrays.copyOf(row, 7);
      with[6] = text();
      whole.get("orders").add(with);
    }
    List<Object[]> strangers =
        whole.get("customers").stream().filter(row -> !REGION.equals(row[2])).toList();
    int foreign = 30 + hidden.nextInt(20);
    for (int count = 0; count < foreign; count++) {
      Object customer = count % 7 == 6 ? null : strangers.get(hidden.nextInt(strangers.size()))[0];
      whole
          .get("orders")
          .add(
              new Object[] {
                hiddenId(count, 2L * ORDERS),
                customer,
                (long) hidden.nextInt(14),
                number(),
                date(),
                text(),
                text()
              });
    }
  }

  private void payroll() {
    int people = 6 + hidden.nextInt(9);
    for (long id = 1; id <= people; id++) {
      whole.get("payroll").add(new Object[] {id, text(), number(), date()});
    }
  }

  /** Between the visible ones, and after them. */
  private static long hiddenId(int count, long last) {
    long odd = 2L * count + 1;
    return odd % 3 == 0 ? last + odd : odd;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int count = 0; count < 12; count++) {
      text.append(LETTERS.charAt(hidden.nextInt(LETTERS.length())));
    }
    texts.add(text.toString());
    return text.toString();
  }

  private long number() {
    long number = 710_000_000L + hidden.nextInt(280_000_000);
    numbers.add(Long.toString(number));
    return number;
  }

  private BigDecimal amount() {
    BigDecimal amount = BigDecimal.valueOf(71_000_000_000L + hidden.nextInt(2_000_000_000), 2);
    numbers.add(amount.unscaledValue().toString());
    return amount;
  }

  private String phone() {
    String phone = "49" + number();
    numbers.add(phone);
    return phone;
  }

  private LocalDate date() {
    LocalDate date = LocalDate.of(1901, 1, 1).plusDays(hidden.nextInt(13_000));
    dates.add(date.toString());
    return date;
  }

  /** What rounding takes away: something, up or down. */
  private long offset(int most) {
    return (1L + hidden.nextInt(most)) * (hidden.nextBoolean() ? 1 : -1);
  }

  private static String hash(String value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((HASH_KEY + value).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
