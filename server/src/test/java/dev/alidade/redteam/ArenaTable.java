package dev.alidade.redteam;

import dev.alidade.policy.Mask;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table of the arena, named alike in the governed database and in the copy.
 *
 * @param reach what the caller may do with it
 * @param rows the policy's condition, where there is one
 */
public record ArenaTable(
    String name, Reach reach, Optional<String> rows, List<ArenaColumn> columns) {
  /** What a caller may do with a table. */
  public enum Reach {
    /** Seen whole. */
    OPEN,
    /** Seen in part: rows are filtered, columns masked or hidden. */
    NARROWED,
    /** Not to be read; it is not in the copy. */
    DENIED
  }

  /**
   * Every table of the governed database; two views, {@code everyone} and {@code wages}, are
   * denied.
   */
  public static final List<ArenaTable> ALL =
      List.of(
          new ArenaTable(
              "customers",
              Reach.NARROWED,
              Optional.of("region = {caller.region}"),
              List.of(
                  ArenaColumn.clear("id", TypeKind.INTEGER),
                  ArenaColumn.clear("name", TypeKind.TEXT),
                  ArenaColumn.clear("region", TypeKind.TEXT),
                  ArenaColumn.masked("email", TypeKind.TEXT, new Mask.Redact()),
                  ArenaColumn.masked("phone", TypeKind.TEXT, new Mask.Partial(4)),
                  ArenaColumn.masked("salary", TypeKind.INTEGER, new Mask.Round(1000)),
                  ArenaColumn.masked("balance", TypeKind.DECIMAL, new Mask.Round(100)),
                  ArenaColumn.masked("born", TypeKind.DATE, new Mask.Year()),
                  ArenaColumn.masked("bonus", TypeKind.INTEGER, new Mask.Null()),
                  ArenaColumn.masked("ssn", TypeKind.TEXT, new Mask.Hash()),
                  ArenaColumn.clear("rating", TypeKind.FLOAT),
                  ArenaColumn.hidden("secret_note", TypeKind.TEXT))),
          new ArenaTable(
              "orders",
              Reach.NARROWED,
              Optional.of(
                  "customer_id IN (SELECT id FROM customers WHERE region = {caller.region})"),
              List.of(
                  ArenaColumn.clear("id", TypeKind.INTEGER),
                  ArenaColumn.clear("customer_id", TypeKind.INTEGER),
                  ArenaColumn.clear("product_id", TypeKind.INTEGER),
                  ArenaColumn.clear("total", TypeKind.INTEGER),
                  ArenaColumn.clear("placed", TypeKind.DATE),
                  ArenaColumn.clear("status", TypeKind.TEXT),
                  ArenaColumn.hidden("remark", TypeKind.TEXT))),
          new ArenaTable(
              "products",
              Reach.OPEN,
              Optional.empty(),
              List.of(
                  ArenaColumn.clear("id", TypeKind.INTEGER),
                  ArenaColumn.clear("title", TypeKind.TEXT),
                  ArenaColumn.clear("category", TypeKind.TEXT),
                  ArenaColumn.clear("price", TypeKind.DECIMAL))),
          new ArenaTable(
              "payroll",
              Reach.DENIED,
              Optional.empty(),
              List.of(
                  ArenaColumn.clear("id", TypeKind.INTEGER),
                  ArenaColumn.clear("employee", TypeKind.TEXT),
                  ArenaColumn.clear("amount", TypeKind.INTEGER),
                  ArenaColumn.clear("paid_on", TypeKind.DATE))));

  public ArenaTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reach, "reach");
    Objects.requireNonNull(rows, "rows");
    columns = List.copyOf(columns);
  }

  /** The columns that the caller may see, masked or not. */
  public List<ArenaColumn> visibleColumns() {
    return columns.stream().filter(ArenaColumn::visible).toList();
  }

  /** The tables that the caller may read. */
  public static List<ArenaTable> readable() {
    return ALL.stream().filter(table -> table.reach() != Reach.DENIED).toList();
  }
}
