package dev.alidade.engine.sqlite;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.sqlite.SqliteProgram.Instruction;
import dev.alidade.engine.sqlite.SqliteSchema.Root;
import dev.alidade.sql.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads of a program what it changes: the rows of one table with their index entries, by itself,
 * without triggers and without other tables that follow.
 */
final class SqliteWrite {
  /** Where the engine keeps the last number of each numbered table. */
  static final String SEQUENCE = "sqlite_sequence";

  private static final Set<String> WORDS = Set.of("INSERT", "UPDATE", "DELETE");
  private static final Set<String> CONFLICT_WORDS =
      Set.of("REPLACE", "IGNORE", "ABORT", "FAIL", "ROLLBACK");
  private static final Set<String> INSTRUCTIONS =
      Set.of("OpenWrite", "FkCheck", "FkCounter", "FkIfZero", "MemMax", "ResetCount");

  private final SqliteSchema schema;
  private final SqliteProgram program;

  SqliteWrite(SqliteSchema schema, SqliteProgram program) {
    this.schema = schema;
    this.program = program;
  }

  /** Why a text is none of the statements that may change rows, by its words alone. */
  static Optional<Reason> refusalOf(List<SqliteToken> tokens) {
    if (!WORDS.contains(tokens.getFirst().keyword())) {
      return Optional.of(
          Reason.of(
              ErrorCode.SQL_DENIED, "Only INSERT, UPDATE and DELETE are written with; write one"));
    }
    for (int index = 1; index < tokens.size(); index++) {
      String word = tokens.get(index).keyword();
      String before = tokens.get(index - 1).keyword();
      if (word.equals("RETURNING")) {
        return Optional.of(
            Reason.of(
                ErrorCode.SQL_DENIED,
                "RETURNING is not needed: preview_write shows rows, and run_write counts them"));
      }
      boolean hides =
          (word.equals("CONFLICT") && before.equals("ON"))
              || (index == 2 && before.equals("OR") && CONFLICT_WORDS.contains(word));
      if (hides) {
        return Optional.of(
            Reason.of(
                ErrorCode.SQL_DENIED,
                "OR %s and ON CONFLICT hide how many rows are changed; write INSERT or UPDATE by itself"
                    .formatted(word)));
      }
    }
    return Optional.empty();
  }

  /** The one table whose rows the program changes. */
  Optional<String> target() {
    Set<String> changed = new TreeSet<>();
    for (Instruction step : program.instructions()) {
      Optional<Long> page =
          switch (step.code()) {
            case "OpenWrite" -> Optional.of(step.second());
            case "Clear" -> Optional.of(step.first());
            default -> Optional.empty();
          };
      page.map(schema.roots()::get).map(Root::table).ifPresent(changed::add);
    }
    changed.remove(SEQUENCE);
    return changed.size() == 1 ? Optional.of(changed.iterator().next()) : Optional.empty();
  }

  /** Why the program may not run; {@code own} are cursors on what the statement made for itself. */
  Optional<Reason> refusal(Set<Long> own) {
    Map<Long, Root> roots = schema.roots();
    for (Instruction step : program.instructions()) {
      String code = step.code();
      if (code.equals("Program") || code.equals("Param")) {
        return Optional.of(
            Reason.of(
                ErrorCode.SQL_DENIED,
                "The table has triggers or keys that change other rows along, which a preview would not show; it cannot be written to here"));
      }
      boolean known = SqliteAllowed.INSTRUCTIONS.contains(code) || INSTRUCTIONS.contains(code);
      boolean clearsOther =
          code.equals("Clear")
              && !own.contains(step.first())
              && (step.second() != 0 || !roots.containsKey(step.first()));
      if (!known || clearsOther) {
        return Optional.of(
            Reason.of(
                ErrorCode.SQL_DENIED,
                "The statement does more than change rows (%s); write a plain INSERT, UPDATE or DELETE"
                    .formatted(code)));
      }
    }
    return target().isPresent()
        ? Optional.empty()
        : Optional.of(
            Reason.of(ErrorCode.SQL_DENIED, "The statement does not change one table by itself"));
  }
}
