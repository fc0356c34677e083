package dev.alidade.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question of a suite with the SQL that answers it.
 *
 * @param split which part of the suite it belongs to
 * @param reworded the question with synonyms in place of the schema's words
 * @param today the day on which it is asked, where the answer depends on it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SuiteQuestion(
    String id,
    String database,
    String question,
    String sql,
    Optional<String> split,
    Optional<String> reworded,
    Optional<LocalDate> today) {
  /** The same, asked in other words where there are any. */
  SuiteQuestion inOtherWords() {
    return new SuiteQuestion(id, database, reworded.orElse(question), sql, split, reworded, today);
  }

  /** The same, asked on a day where it names none itself. */
  SuiteQuestion askedOn(LocalDate day) {
    return new SuiteQuestion(
        id, database, question, sql, split, reworded, Optional.of(today.orElse(day)));
  }

  /** The same, asked of another database. */
  SuiteQuestion of(String other) {
    return new SuiteQuestion(id, other, question, sql, split, reworded, today);
  }

  /** What the clock shows when it is asked. */
  Clock clock() {
    return today
        .map(
            day ->
                Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
        .orElse(Clock.systemUTC());
  }

  static List<SuiteQuestion> read(Path suite) {
    List<SuiteQuestion> questions = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(suite)) {
        number++;
        if (!line.isBlank()) {
          questions.add(Json.mapper().readValue(line, SuiteQuestion.class));
        }
      }
    } catch (JsonProcessingException cause) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Line %d of %s is not a question; write {\"id\", \"database\", \"question\", \"sql\"}"
              .formatted(number, suite),
          cause);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "The suite %s cannot be read; check its path".formatted(suite),
          cause);
    }
    return questions;
  }
}
