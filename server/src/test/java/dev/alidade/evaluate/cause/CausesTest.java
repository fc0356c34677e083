package dev.alidade.evaluate.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.LexicalRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
  private static final LexicalRules RULES =
      new LexicalRules(false, false, false, false, true, true, false, false, false);
  private static final Schema SCHEMA =
      new Schema(
          Map.of(
              "singer", Set.of("id", "name", "age", "country", "manager_id", "born"),
              "concert", Set.of("id", "singer_id", "opener_id", "year", "venue", "sold", "seats"),
              "venue", Set.of("id", "name", "city")),
          Map.of("concert.singer_id", "singer.id", "concert.opener_id", "singer.id"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          UNION_OF_TABLES  | SELECT name FROM singer UNION SELECT name FROM venue | SELECT name FROM singer
          SET_OPERATION    | SELECT name FROM singer WHERE age > 9 INTERSECT SELECT name FROM singer WHERE age < 5 | SELECT name FROM singer WHERE age > 9 AND age < 5
          EXCLUSION        | SELECT name FROM singer WHERE id NOT IN (SELECT singer_id FROM concert) | SELECT name FROM singer WHERE id IN (SELECT singer_id FROM concert)
          SELF_JOIN        | SELECT a.name, b.name FROM singer a JOIN singer b ON a.manager_id = b.id | SELECT name, manager_id FROM singer
          TOP_OF_GROUPS    | SELECT name, max(age) FROM singer GROUP BY country | SELECT name, max(age) FROM singer GROUP BY name
          ARITHMETIC       | SELECT seats - sold FROM concert | SELECT seats FROM concert
          NESTED_AGGREGATE | SELECT name FROM singer WHERE age > (SELECT avg(age) FROM singer) | SELECT name FROM singer
          NESTED_AGGREGATE | SELECT avg(n) FROM (SELECT count(*) AS n FROM concert GROUP BY singer_id) | SELECT count(*) FROM concert
          OTHER_TABLE      | SELECT name FROM singer | SELECT name FROM venue
          MISSING_TABLE    | SELECT s.name FROM singer s JOIN concert c ON c.singer_id = s.id | SELECT name FROM singer
          EXTRA_TABLE      | SELECT name FROM singer | SELECT s.name FROM singer s JOIN concert c ON c.singer_id = s.id
          AGGREGATE        | SELECT avg(age) FROM singer | SELECT max(age) FROM singer
          AGGREGATE        | SELECT count(DISTINCT country) FROM singer | SELECT count(country) FROM singer
          MISSING_CONDITION | SELECT name FROM singer WHERE age > 9 AND country = 'Peru' | SELECT name FROM singer WHERE country = 'Peru'
          EXTRA_CONDITION  | SELECT name FROM singer | SELECT name FROM singer WHERE age > 9
          OTHER_CONDITION_COLUMN | SELECT name FROM singer WHERE country = 'Lima' | SELECT name FROM singer WHERE name = 'Lima'
          OTHER_VALUE      | SELECT name FROM singer WHERE country = 'Peru' | SELECT name FROM singer WHERE country = 'Chile'
          OTHER_COMPARISON | SELECT name FROM singer WHERE age > 9 | SELECT name FROM singer WHERE age = 9
          OTHER_COMPARISON | SELECT name FROM singer WHERE age > 9 OR country = 'Peru' | SELECT name FROM singer WHERE age > 9 AND country = 'Peru'
          HAVING           | SELECT country FROM singer GROUP BY country HAVING count(*) > 2 | SELECT country FROM singer GROUP BY country
          GROUP_COLUMN     | SELECT count(*) FROM singer GROUP BY id | SELECT count(*) FROM singer GROUP BY name
          GROUPING         | SELECT country FROM singer GROUP BY country | SELECT country FROM singer
          SHOWN_OTHER_TABLE | SELECT s.name FROM singer s JOIN concert c ON c.singer_id = s.id | SELECT c.venue FROM singer s JOIN concert c ON c.singer_id = s.id
          SHOWN_SAME_TABLE | SELECT name FROM singer | SELECT age FROM singer
          SHOWN_NUMBER     | SELECT name, age FROM singer | SELECT name FROM singer
          ORDER_OR_LIMIT   | SELECT name FROM singer ORDER BY age DESC LIMIT 3 | SELECT name FROM singer ORDER BY age LIMIT 3
          DISTINCT         | SELECT DISTINCT name FROM singer | SELECT name FROM singer
          EXISTENCE        | SELECT avg(s.age) FROM singer s JOIN concert c ON c.singer_id = s.id WHERE c.year = 1 | SELECT avg(age) FROM singer WHERE id IN (SELECT singer_id FROM concert WHERE year = 1)
          JOIN_COLUMNS     | SELECT s.name FROM singer s JOIN concert c ON c.singer_id = s.id | SELECT s.name FROM singer s JOIN concert c ON c.opener_id = s.id
          NOT_FOUND        | SELECT name FROM singer | SELECT "name" FROM "singer"
          UNREADABLE       | SELECT name FROM singer WHERE | SELECT name FROM singer
          """)
  void namesWhatCounts(Cause first, String right, String read) {
    assertThat(causes(right, read)).first().isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT T1.name FROM singer AS T1 WHERE T1.country = "Peru" | SELECT "name" FROM "singer" WHERE "country" = 'Peru'
          SELECT count(*) FROM concert GROUP BY singer_id | SELECT COUNT("concert"."id") FROM "concert" JOIN "singer" ON "singer"."id" = "concert"."singer_id" GROUP BY "singer"."id"
          SELECT name FROM singer WHERE name LIKE '%an%' | SELECT name FROM singer WHERE LOWER(name) LIKE '%an%' ESCAPE '!'
          SELECT s.name FROM singer s, concert c WHERE c.singer_id = s.id AND c.year = 2014 ; | SELECT s.name FROM singer s JOIN concert c ON c.singer_id = s.id WHERE c.year = 2014.0
          SELECT count(*) AS n FROM singer ORDER BY n DESC LIMIT 1 | SELECT count(*) FROM singer ORDER BY count(*) DESC NULLS LAST LIMIT 1
          SELECT country, count(*) FROM singer GROUP BY 1 | SELECT country, count(*) FROM singer GROUP BY country
          WITH old AS (SELECT name FROM singer WHERE age > 9) SELECT name FROM old | SELECT o.name FROM (SELECT name FROM singer WHERE age > 9) AS o
          SELECT name FROM singer WHERE country = 'Peru' AND age = (SELECT max(age) FROM singer WHERE country = 'Peru') | SELECT name FROM singer WHERE country = 'Peru' ORDER BY age DESC LIMIT 1
          SELECT venue FROM concert GROUP BY venue HAVING count(*) = (SELECT max(n) FROM (SELECT count(*) AS n FROM concert GROUP BY venue) AS t) | SELECT venue FROM concert GROUP BY venue ORDER BY count(*) DESC LIMIT 1
          SELECT CASE WHEN age > 9 THEN 'a' ELSE 'b' END FROM singer | SELECT case when "age" > 9 then 'a' else 'b' end FROM singer
          SELECT CAST(born AS DATE), extract(year FROM born) FROM singer | SELECT born::DATE, extract(year FROM born) FROM singer
          SELECT name FROM singer WHERE born >= DATE '2020-01-01' | SELECT name FROM singer WHERE born >= '2020-01-01'
          """)
  void whatIsWrittenOtherwiseIsTheSame(String right, String read) {
    Set<Cause> causes = new TreeSet<>(causes(right, read));
    // A table that a key stands for is read by one of them only.
    causes.removeAll(Set.of(Cause.EXTRA_TABLE, Cause.NOT_FOUND));
    assertThat(causes).isEmpty();
  }

  @Test
  void aConditionOnWhatIsLeftOutIsAnother() {
    assertThat(
            causes(
                "SELECT name FROM singer EXCEPT SELECT s.name FROM singer s JOIN concert c"
                    + " ON c.singer_id = s.id WHERE c.year = 2014",
                "SELECT DISTINCT name FROM singer WHERE id IN (SELECT singer_id FROM concert WHERE"
                    + " year = 2014) AND id NOT IN (SELECT singer_id FROM concert)"))
        .contains(Cause.MISSING_CONDITION, Cause.EXTRA_CONDITION);
  }

  @Test
  void deepNestingIsUnreadableAndNoFailure() {
    String deep = "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);
    assertThat(causes(deep, deep)).containsExactly(Cause.UNREADABLE);
  }

  @Test
  void everyCauseHasATitleOfItsOwn() {
    List<String> titles = Arrays.stream(Cause.values()).map(Cause::title).toList();
    assertThat(titles).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  private static Set<Cause> causes(String right, String read) {
    return Causes.between(right, read, RULES, SCHEMA);
  }
}
