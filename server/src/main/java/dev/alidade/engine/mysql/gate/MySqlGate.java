package dev.alidade.engine.mysql.gate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.mysql.gate.MySqlToken.Kind;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.KeptInspections;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import dev.alidade.sql.WriteInspection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads one query or write of MySQL or MariaDB and refuses every construct that it does not know.
 *
 * <p>What may run holds the tokens that were read, each at its place, and blanks between them: no
 * comment reaches the server or the driver.
 */
public final class MySqlGate implements Gate {
  private final Supplier<SourceNames> names;
  private final KeptInspections kept = new KeptInspections();

  /** A gate for one source, whose server may have to be asked how names resolve. */
  public MySqlGate(Supplier<SourceNames> names) {
    this.names = names;
  }

  @Override
  public Inspection inspect(String sql) {
    List<MySqlToken> tokens;
    try {
      tokens = MySqlTokens.of(sql);
    } catch (AlidadeException refusal) {
      return refused(Effect.READ, refusal);
    }
    Effect effect = StatementLabel.of(tokens);
    try {
      checkBeginning(sql, tokens.getFirst(), effect);
      Reading reading = new Reading(sql, tokens, names.get());
      new QueryReader(reading).query();
      return found(Effect.READ, reading);
    } catch (AlidadeException refusal) {
      return refused(effect, refusal);
    }
  }

  @Override
  public Inspection inspect(String sql, List<TableView> views) {
    Inspection inspection = inspect(sql);
    return kept.narrowed(inspection, views, concerned -> withViews(inspection, concerned));
  }

  @Override
  public WriteInspection inspectWrite(String sql) {
    try {
      List<MySqlToken> tokens = MySqlTokens.of(sql);
      Kind first = tokens.getFirst().kind();
      if (first == Kind.END || first == Kind.SEMICOLON) {
        throw at(sql, 0, ErrorCode.SYNTAX_ERROR, "The statement is empty; write an UPDATE");
      }
      Reading reading = new Reading(sql, tokens, names.get());
      TableName target = new WriteReader(reading).statement();
      return new WriteInspection(found(Effect.WRITE, reading), Optional.of(target));
    } catch (AlidadeException refusal) {
      return WriteInspection.refused(refused(Effect.WRITE, refusal));
    }
  }

  private Inspection withViews(Inspection inspection, List<TableView> views) {
    try {
      return inspection.running(
          new ViewTables(names.get(), inspection.text().orElseThrow()).replaced(views));
    } catch (AlidadeException refusal) {
      return Inspection.refused(Effect.READ, Reason.of(refusal.code(), refusal.getMessage()));
    }
  }

  /** What was found of a statement that was read to its end. */
  private static Inspection found(Effect effect, Reading reading) {
    int end = reading.peek().start();
    checkEnd(reading);
    return new Inspection(
        effect,
        Optional.of(textOf(reading.sql, reading.tokens(), end)),
        List.copyOf(reading.findings.tables()),
        List.copyOf(reading.findings.columns()),
        List.copyOf(reading.findings.functions()),
        List.of());
  }

  private static void checkBeginning(String sql, MySqlToken first, Effect effect) {
    if (first.kind() == Kind.END || first.kind() == Kind.SEMICOLON) {
      throw at(sql, 0, ErrorCode.SYNTAX_ERROR, "The statement is empty; write a SELECT");
    }
    if (effect == Effect.WRITE || effect == Effect.DDL) {
      throw at(
          sql,
          first.start(),
          ErrorCode.NOT_READ_ONLY,
          "Only statements that read are allowed here; write a SELECT");
    }
    if (effect == Effect.ADMIN) {
      throw at(
          sql,
          first.start(),
          ErrorCode.SQL_DENIED,
          "`%s` is not allowed here; write a SELECT, and look tables up in the catalog"
              .formatted(first.text()));
    }
  }

  private static void checkEnd(Reading reading) {
    while (reading.skipKind(Kind.SEMICOLON)) {
      if (reading.peek().kind() != Kind.SEMICOLON && reading.peek().kind() != Kind.END) {
        throw reading.refusal(
            ErrorCode.SQL_DENIED,
            "Only one statement at a time is allowed; run the others one by one",
            reading.peek());
      }
    }
    if (reading.peek().kind() != Kind.END) {
      throw reading.unexpected();
    }
  }

  private static String textOf(String sql, List<MySqlToken> tokens, int end) {
    StringBuilder text = new StringBuilder(end);
    for (MySqlToken token : tokens) {
      if (token.start() >= end) {
        break;
      }
      blanks(text, sql, token.start());
      text.append(token.text());
    }
    return text.toString();
  }

  // Ends of lines stay where they are: the server's errors count them.
  private static void blanks(StringBuilder text, String sql, int until) {
    while (text.length() < until) {
      text.append(sql.charAt(text.length()) == '\n' ? '\n' : ' ');
    }
  }

  private static AlidadeException at(String sql, int offset, ErrorCode code, String message) {
    return new AlidadeException(code, message, Location.of(sql, offset));
  }

  private static Inspection refused(Effect effect, AlidadeException refusal) {
    return Inspection.refused(
        effect, new Reason(refusal.code(), refusal.getMessage(), refusal.location()));
  }
}
