package dev.alidade.engine.trino.gate;

import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import io.trino.sql.parser.RefreshableSqlBaseParserInitializer;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** Trino's own parser, with an end to the time that it takes and to the memory that it keeps. */
final class TrinoGrammar {
  /** The parser remembers every shape of statement that it met; now and then it forgets them. */
  private static final int TEXTS_REMEMBERED = 20_000;

  private static final RefreshableSqlBaseParserInitializer MEMORY =
      new RefreshableSqlBaseParserInitializer();
  private static final AtomicInteger TEXTS = new AtomicInteger();

  static {
    // What loading the parser takes is not the first caller's time.
    new SqlParser(MEMORY).createStatement("SELECT 1 FROM a WHERE b = ?");
  }

  private final SqlParser parser;

  /** Makes sure that the parser is loaded, by loading this class. */
  static void load() {}

  /** A grammar that gives up at {@code deadline}, a moment of {@link System#nanoTime()}. */
  TrinoGrammar(long deadline) {
    this.parser = new SqlParser((lexer, rules) -> prepare(lexer, rules, deadline));
  }

  /**
   * The syntax tree of one statement.
   *
   * @throws io.trino.sql.parser.ParsingException where the text is none
   * @throws OutOfTime at the deadline
   */
  Statement parse(String sql) {
    if (TEXTS.incrementAndGet() % TEXTS_REMEMBERED == 0) {
      MEMORY.refresh();
    }
    return parser.createStatement(sql);
  }

  private static void prepare(SqlBaseLexer lexer, SqlBaseParser rules, long deadline) {
    MEMORY.accept(lexer, rules);
    rules.setTokenStream(new TimedTokens(lexer, deadline));
  }

  /** Parsing took longer than any statement that people write. */
  static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Everything that the parser does, it does between two looks at a token. */
  private static final class TimedTokens extends CommonTokenStream {
    private static final int LOOKS_BETWEEN = 1024;

    private final long deadline;
    private int looks;

    TimedTokens(TokenSource source, long deadline) {
      super(source);
      this.deadline = deadline;
    }

    @Override
    public Token LT(int ahead) {
      looks++;
      if (looks % LOOKS_BETWEEN == 0 && System.nanoTime() > deadline) {
        throw new OutOfTime();
      }
      return super.LT(ahead);
    }
  }
}
