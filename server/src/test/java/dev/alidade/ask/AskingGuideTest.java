package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversations of the guide go as it says. */
class AskingGuideTest {
  private static final Path GUIDE = Path.of("../docs/guides/asking.md");
  private static final Pattern QUESTION = Pattern.compile("ask \"([^\"]+)\"");
  private static final Pattern CHOICE = Pattern.compile("--choice (\\d)");
  private static final Pattern PLANNER = Pattern.compile("--planner (\\S+)");
  private static final Pattern EDIT = Pattern.compile("--edit '([^']+)'");

  @TempDir private Path folder;

  @Test
  void goesAsTheGuideSays() throws Exception {
    try (Shop shop = Shop.sample(folder)) {
      AskService service = shop.service();
      Optional<AskOutput> last = Optional.empty();
      int commands = 0;
      for (String line : Files.readAllLines(GUIDE)) {
        if (line.startsWith("./alidade ask")) {
          last =
              Optional.of(
                  service.ask(
                      input(line, last.map(AskOutput::conversation)), Invocation.of(Caller.LOCAL)));
          commands++;
          boolean asksBack = line.contains("by region") || line.contains("catgry");
          assertThat(last.get().status() == AskStatus.ANSWERED).as(line).isEqualTo(!asksBack);
        } else if (line.startsWith("# kept: ")) {
          assertThat(last.orElseThrow().kept()).contains(line.substring("# kept: ".length()));
        }
      }
      assertThat(commands).isGreaterThan(15);
    }
  }

  private static AskInput input(String command, Optional<String> last) throws Exception {
    Optional<String> edit = found(EDIT, command);
    return new AskInput(
        found(QUESTION, command),
        Optional.of("shop"),
        command.contains("--conversation last") ? last : Optional.empty(),
        found(CHOICE, command).map(Integer::valueOf),
        edit.isPresent()
            ? Optional.of(Json.mapper().readValue(edit.get(), ChipEdit.class))
            : Optional.empty(),
        Optional.empty(),
        found(PLANNER, command),
        Optional.empty());
  }

  private static Optional<String> found(Pattern pattern, String command) {
    Matcher matcher = pattern.matcher(command);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
