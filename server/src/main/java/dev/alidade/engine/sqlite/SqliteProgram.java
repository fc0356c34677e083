package dev.alidade.engine.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The program that the engine compiled a statement to; listing it executes nothing. */
record SqliteProgram(List<Instruction> instructions) {
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

  /** Whether it was compiled against this version of the schema, or against none. */
  boolean fits(long cookie) {
    return instructions.stream()
        .filter(step -> step.code().equals("Transaction") && step.first() == 0)
        .allMatch(step -> step.third() == cookie);
  }
}
