package dev.alidade.engine.sqlite;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.sqlite.SqliteProgram.Instruction;
import dev.alidade.engine.sqlite.SqliteSchema.Root;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import dev.alidade.sql.WriteInspection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a statement's program and finds what it touches and what speaks against it. */
final class SqliteReading {
  private static final int PAGE_IN_REGISTER = 0x10;
  private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "IN", ",", "(", ".");

  private final Connection connection;
  private final SqliteSchema schema;
  private final String sql;
  private final List<SqliteToken> tokens;
  private final Set<String> granted;
  private final Set<String> tables = new TreeSet<>();
  private final Set<String> columns = new TreeSet<>();
  private final Set<String> functions = new TreeSet<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final Map<Long, Root> cursors = new HashMap<>();
  private final Set<Long> opened = new HashSet<>();
  private final Set<Long> own = new HashSet<>();
  private boolean changes;

  SqliteReading(Connection connection, SqliteSchema schema, String sql, List<SqliteToken> tokens) {
    this(connection, schema, sql, tokens, Set.of());
  }

  /** {@code granted} are functions that may be called besides those that everybody may call. */
  SqliteReading(
      Connection connection,
      SqliteSchema schema,
      String sql,
      List<SqliteToken> tokens,
      Set<String> granted) {
    this.granted = granted;
    this.connection = connection;
    this.schema = schema;
    this.sql = sql;
    this.tokens = tokens;
  }

  Inspection judge(SqliteProgram program) throws SQLException {
    find(program);
    checkInstructions(program);
    return found(program.writes() ? Effect.WRITE : Effect.READ);
  }

  /** The same for a statement that may change the rows of one table. */
  WriteInspection judgeWrite(SqliteProgram program) throws SQLException {
    changes = true;
    find(program);
    SqliteWrite write = new SqliteWrite(schema, program);
    write.refusal(own).ifPresent(reasons::add);
    // What is emptied at once is never opened.
    write.target().ifPresent(tables::add);
    Inspection inspection = found(Effect.WRITE);
    return inspection.isAllowed()
        ? new WriteInspection(inspection, write.target().map(TableName::of))
        : WriteInspection.refused(inspection);
  }

  private void find(SqliteProgram program) throws SQLException {
    for (Instruction step : program.instructions()) {
      open(step);
    }
    for (Instruction step : program.instructions()) {
      read(step);
    }
    checkTokens();
    checkDoubleQuotes(program);
  }

  private Inspection found(Effect effect) {
    return new Inspection(
        effect,
        reasons.isEmpty() ? Optional.of(sql) : Optional.empty(),
        tables.stream().map(TableName::of).toList(),
        List.copyOf(columns),
        List.copyOf(functions),
        reasons);
  }

  private void open(Instruction step) throws SQLException {
    switch (step.code()) {
      case "OpenRead", "ReopenIdx", "OpenWrite" -> openStored(step);
      case "VOpen" -> openVirtual(step);
      default -> {
        if (SqliteAllowed.OWN_TABLES.contains(step.code())) {
          own.add(step.first());
        }
      }
    }
  }

  private void openStored(Instruction step) {
    opened.add(step.first());
    Root root = schema.roots().get(step.second());
    boolean known = root != null && step.third() == 0 && (step.flags() & PAGE_IN_REGISTER) == 0;
    if (!known) {
      refuse(
          ErrorCode.TABLE_DENIED, "The statement reads something that is no table of this source");
      return;
    }
    if (changes && root.table().equals(SqliteWrite.SEQUENCE)) {
      return;
    }
    if (isInternal(root.table())) {
      refuse(
          ErrorCode.TABLE_DENIED,
          "`%s` belongs to the engine and is not read; describe_source shows tables and columns"
              .formatted(root.table()));
      return;
    }
    tables.add(root.table());
    cursors.put(step.first(), root);
  }

  private void openVirtual(Instruction step) throws SQLException {
    opened.add(step.first());
    for (String function : SqliteAllowed.TABLE_FUNCTIONS) {
      if (isOf(function, step.fourth())) {
        functions.add(function);
        return;
      }
    }
    for (Map.Entry<String, String> virtual : schema.virtuals().entrySet()) {
      boolean allowed = SqliteAllowed.MODULES.contains(virtual.getValue());
      if (allowed && isOf(virtual.getKey(), step.fourth())) {
        tables.add(virtual.getKey());
        return;
      }
    }
    refuse(
        ErrorCode.FUNCTION_DENIED,
        "The statement calls a table function that is not allowed; json_each and json_tree are");
  }

  // A virtual table has no root page; within one connection its address names it.
  private boolean isOf(String name, String address) throws SQLException {
    String schemaName = schema.virtuals().containsKey(name) ? "main." : "";
    String probe = "SELECT 1 FROM " + schemaName + "\"" + name.replace("\"", "\"\"") + "\"";
    try {
      return SqliteProgram.of(connection, probe).instructions().stream()
          .anyMatch(step -> step.code().equals("VOpen") && step.fourth().equals(address));
    } catch (SQLException notThere) {
      return false;
    }
  }

  private void read(Instruction step) {
    switch (step.code()) {
      case "Function", "PureFunc", "AggStep", "AggStep1", "AggInverse", "AggValue", "AggFinal" ->
          call(step.fourth());
      case "Column", "Rowid", "IdxRowid", "SeekRowid", "NotExists" -> {
        Root root = cursors.get(step.first());
        if (root != null) {
          Optional<String> column =
              step.code().equals("Column") ? root.column((int) step.second()) : root.rowid();
          column.ifPresent(name -> columns.add(root.table() + "." + name));
        }
      }
      case "SeekGE", "SeekGT", "SeekLE", "SeekLT" -> seek(step);
      default -> {}
    }
  }

  private void seek(Instruction step) {
    Root root = cursors.get(step.first());
    if (root == null || !step.fourth().matches("\\d{1,4}")) {
      return;
    }
    for (int index = 0; index < Integer.parseInt(step.fourth()); index++) {
      root.column(index).ifPresent(name -> columns.add(root.table() + "." + name));
    }
  }

  private void call(String signature) {
    int arguments = signature.lastIndexOf('(');
    String name =
        (arguments < 0 ? signature : signature.substring(0, arguments)).toLowerCase(Locale.ROOT);
    boolean first = functions.add(name);
    if (first && !SqliteAllowed.FUNCTIONS.contains(name) && !granted.contains(name)) {
      reasons.add(
          new Reason(
              ErrorCode.FUNCTION_DENIED,
              "The function `%s` is not allowed; remove it".formatted(name),
              placeOf(name)));
    }
  }

  // Some functions leave no call in the program, and views leave only their tables.
  private void checkTokens() {
    for (int index = 0; index < tokens.size(); index++) {
      SqliteToken token = tokens.get(index);
      if (!token.isName() && !isTextAsTable(index)) {
        continue;
      }
      String name = token.unquoted().toLowerCase(Locale.ROOT);
      boolean called = index + 1 < tokens.size() && tokens.get(index + 1).is("(");
      if (called && SqliteAllowed.FUNCTIONS.contains(name)) {
        functions.add(name);
      }
      schema.views().stream().filter(name::equalsIgnoreCase).forEach(tables::add);
    }
  }

  // FROM 'orders' names a table as well.
  private boolean isTextAsTable(int index) {
    return index > 0
        && tokens.get(index).kind() == SqliteToken.Kind.STRING
        && (BEFORE_TABLE.contains(tokens.get(index - 1).keyword())
            || BEFORE_TABLE.contains(tokens.get(index - 1).text()));
  }

  private void checkInstructions(SqliteProgram program) {
    if (program.writes()) {
      reasons.add(
          Reason.of(
              ErrorCode.NOT_READ_ONLY,
              "The statement changes data and this source is only read; write a SELECT"));
      return;
    }
    for (Instruction step : program.instructions()) {
      boolean changesOwn = own.contains(step.first()) && !opened.contains(step.first());
      boolean allowed =
          SqliteAllowed.INSTRUCTIONS.contains(step.code())
              && (!SqliteAllowed.CHANGES.contains(step.code()) || changesOwn);
      if (!allowed) {
        refuse(
            ErrorCode.SQL_DENIED,
            "The statement does more than read (%s); write a plain SELECT".formatted(step.code()));
        return;
      }
    }
  }

  private void checkDoubleQuotes(SqliteProgram program) {
    Set<String> texts = new HashSet<>();
    for (Instruction step : program.instructions()) {
      if (step.code().equals("String8")) {
        texts.add(step.fourth());
      }
    }
    List<String> names =
        tables.stream()
            .flatMap(table -> schema.columns().getOrDefault(table, List.of()).stream())
            .toList();
    boolean virtual = program.instructions().stream().anyMatch(step -> step.code().equals("VOpen"));
    Set<String> everywhere =
        schema.columns().values().stream()
            .flatMap(List::stream)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    SqliteDoubleQuotes quotes = new SqliteDoubleQuotes(sql, tokens, texts, names);
    (virtual ? quotes.mistake() : quotes.mistake(everywhere)).ifPresent(reasons::add);
  }

  private void refuse(ErrorCode code, String message) {
    Reason reason = Reason.of(code, message);
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
  }

  private Optional<Location> placeOf(String name) {
    return tokens.stream()
        .filter(token -> token.isName() && token.unquoted().equalsIgnoreCase(name))
        .findFirst()
        .map(token -> Location.of(sql, token.start()));
  }

  private static boolean isInternal(String table) {
    return table.toLowerCase(Locale.ROOT).startsWith("sqlite_");
  }
}
