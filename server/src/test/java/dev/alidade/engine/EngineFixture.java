package dev.alidade.engine;

import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.util.List;

/** What the parts of the contract need to know of the engine under test. */
interface EngineFixture {
  /** An engine on the contract's database, shared by all cases. */
  EngineProbe probe();

  /** Another engine on the same database, that the case may close. */
  Engine openAnother();

  /** What opens sources of this engine. */
  EngineFactory factory();

  /** The kind that a declared column type comes back as; an engine declares its differences. */
  TypeKind kind(TypeKind declared);

  /** A writer of the test's own changes the database behind the engine's back. */
  void change(String... statements);

  /** Lets the database look at a table's contents, so that it has statistics. */
  default void analyze(String table) {
    change("ANALYZE " + table);
  }

  /** The statement that gives a table a comment. */
  default String commentOn(String table, String comment) {
    return "COMMENT ON TABLE %s IS '%s'".formatted(table, comment);
  }

  /** What {@code SELECT ?} answers when the value is bound; an engine declares its differences. */
  default Object echoed(Object bound) {
    return bound;
  }

  /** The columns of the table with the odd name; an engine declares what it cannot name so. */
  default List<String> oddColumns() {
    return List.of("select", " spaced ", "größe ✓");
  }

  /** A statement of some seconds, of which an engine with PROGRESS tells how far it is. */
  default String measurable() {
    return "SELECT count(*) FROM numbers a, numbers b WHERE a.n * b.n = -1";
  }

  default boolean can(Capability capability) {
    return probe().engine().capabilities().contains(capability);
  }

  /** A table as the catalog has it now, by the letters of its name. */
  default Table table(String name) {
    return probe().engine().readCatalog().tables().stream()
        .filter(table -> table.name().table().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + name));
  }

  /** The full name of a table. */
  default TableName named(String table) {
    return table(table).name();
  }
}
