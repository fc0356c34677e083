package dev.alidade.engine.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program that the engine compiled a statement to; listing it executes nothing. */
record SqliteProgram(List<Instruction> instructions) {
  private static final int LONGEST_SHORT = 200;

  // Those that jump do so forward, or else through a Goto.
  private static final Set<String> STRAIGHT =
      Set.of(
          """
          Init Transaction OpenRead ReopenIdx Explain Noop ColumnsUsed CollSeq Integer Int64 Real
          String8 String Null SoftNull Blob Variable Move Copy SCopy IntCopy MustBeInt RealAffinity
          Affinity Cast SeekRowid NotExists NotFound SeekGE SeekGT SeekLE SeekLT IdxGE IdxGT IdxLE
          IdxLT IdxRowid DeferredSeek FinishSeek Rowid Column IsNull NotNull Eq Ne Lt Le Gt Ge
          ResultRow Halt
          """
              .strip()
              .split("\\s+"));

  SqliteProgram {
    instructions = List.copyOf(instructions);
  }

  record Instruction(String code, long first, long second, long third, String fourth, long flags) {}

  static SqliteProgram of(Connection connection, String sql) throws SQLException {
    List<Instruction> instructions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String fourth = rows.getString(6);
        instructions.add(
            new Instruction(
                rows.getString(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                fourth == null ? "" : fourth,
                rows.getLong(7)));
      }
    }
    return new SqliteProgram(instructions);
  }

  /** Whether the engine would take the lock for writing. */
  boolean writes() {
    return instructions.stream()
        .anyMatch(step -> step.code().equals("Transaction") && step.second() != 0);
  }

  /**
   * Whether it ends at once, whatever the tables hold: nothing in it goes round, and nothing calls
   * a function.
   */
  boolean isShort() {
    if (instructions.isEmpty() || instructions.size() > LONGEST_SHORT) {
      return false;
    }
    Instruction last = instructions.getLast();
    // It goes to the first one behind the entrance, once.
    boolean begins = last.code().equals("Goto") && last.second() == 1;
    return (begins || isStraight(last))
        && instructions.subList(0, instructions.size() - 1).stream()
            .allMatch(SqliteProgram::isStraight);
  }

  private static boolean isStraight(Instruction step) {
    return STRAIGHT.contains(step.code());
  }

  /** Whether it was compiled against this version of the schema, or against none. */
  boolean fits(long cookie) {
    return instructions.stream()
        .filter(step -> step.code().equals("Transaction") && step.first() == 0)
        .allMatch(step -> step.third() == cookie);
  }
}
