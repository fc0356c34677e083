package dev.alidade.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One question of a suite with the SQL that answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SuiteQuestion(String id, String database, String question, String sql) {
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
