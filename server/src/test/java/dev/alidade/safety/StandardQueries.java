package dev.alidade.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The queries of TPC-H and TPC-DS as their specifications write them. */
public final class StandardQueries {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:--|#).*$");

  private StandardQueries() {}

  /** Every second statement is another tool's rewriting of the one before, for other engines. */
  public static List<String> of(String suite, int count) throws IOException {
    String script =
        Files.readString(SharedData.at("sql-dialects/%s/%s.sql".formatted(suite, suite)));
    List<String> statements =
        Pattern.compile(";\\s*(?:\\n|$)")
            .splitAsStream(COMMENT.matcher(script).replaceAll(""))
            .filter(sql -> !sql.isBlank())
            .toList();
    assertThat(statements).hasSize(2 * count);
    return IntStream.range(0, count).mapToObj(index -> statements.get(2 * index)).toList();
  }
}
