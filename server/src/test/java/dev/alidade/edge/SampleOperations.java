package dev.alidade.edge;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.operation.Description;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.OperationRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Operations of every manner, for the tests of doors. */
public final class SampleOperations {
  /** Goes down when `wait` was entered. */
  public final CountDownLatch entered = new CountDownLatch(1);

  /** Goes down when `wait` or `lines` was cancelled or lost its reader. */
  public final CountDownLatch stopped = new CountDownLatch(1);

  public record EchoInput(@Description("What comes back") String text, Optional<Integer> times) {}

  public record EchoOutput(String text, boolean onVirtualThread) {}

  public record TableInput(int rows) {}

  public record Column(String name, String type) {}

  public record TableOutput(List<Column> columns, List<List<Object>> rows, boolean truncated) {}

  public record FailInput(String how) {}

  public record LinesInput(long rows, Optional<Long> failAfter) {}

  public record Nothing() {}

  public OperationRegistry registry() {
    return new OperationRegistry(List.of(echo(), table(), fail(), waits(), lines(), forget()));
  }

  private static Operation<EchoInput, EchoOutput> echo() {
    return Operation.named("echo", EchoInput.class, EchoOutput.class)
        .title("Echo")
        .description("Gives back a text.")
        .primary("text")
        .examples("echo hello")
        .handledBy(
            (input, invocation) ->
                new EchoOutput(
                    input.text().repeat(input.times().orElse(1)),
                    Thread.currentThread().isVirtual()));
  }

  private static Operation<TableInput, TableOutput> table() {
    return Operation.named("table", TableInput.class, TableOutput.class)
        .title("Table")
        .description("Makes rows.")
        .handledBy(SampleOperations::makeTable);
  }

  private static TableOutput makeTable(TableInput input, Invocation invocation) {
    invocation.reached("understood", Map.of("rows", input.rows()));
    invocation.reached("running", Map.of());
    List<List<Object>> rows = new java.util.ArrayList<>();
    for (int row = 0; row < input.rows(); row++) {
      rows.add(java.util.Arrays.asList(row, "name " + row, null));
    }
    return new TableOutput(
        List.of(
            new Column("id", "integer"), new Column("name", "text"), new Column("note", "text")),
        rows,
        false);
  }

  private static Operation<FailInput, Nothing> fail() {
    return Operation.named("fail", FailInput.class, Nothing.class)
        .title("Fail")
        .description("Fails.")
        .handledBy(
            (input, invocation) -> {
              switch (input.how()) {
                case "runtime" -> throw new IllegalStateException("secret words");
                case "stack" -> throw new StackOverflowError("secret words");
                case "memory" -> throw new OutOfMemoryError("secret words");
                case "place" ->
                    throw new AlidadeException(
                        ErrorCode.SYNTAX_ERROR, "Unexpected `FORM`", new Location(2, 3, 12));
                default ->
                    throw new AlidadeException(
                        ErrorCode.valueOf(input.how()), "said " + input.how());
              }
            });
  }

  private Operation<Nothing, Nothing> waits() {
    return Operation.named("wait", Nothing.class, Nothing.class)
        .title("Wait")
        .description("Waits until it is cancelled.")
        .handledBy(
            (input, invocation) -> {
              CountDownLatch cancelled = new CountDownLatch(1);
              invocation.reached("running", Map.of());
              invocation.cancellation().onCancel(cancelled::countDown);
              entered.countDown();
              await(cancelled);
              stopped.countDown();
              invocation.cancellation().check();
              return new Nothing();
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Operation<LinesInput, Nothing> lines() {
    return Operation.named("lines", LinesInput.class, Nothing.class)
        .title("Lines")
        .description("Streams numbered lines.")
        .stream("text/csv", this::writeLines)
        .handledBy((input, invocation) -> new Nothing());
  }

  private void writeLines(LinesInput input, Invocation invocation, OutputStream out)
      throws IOException {
    try (out) {
      for (long row = 0; row < input.rows(); row++) {
        if (input.failAfter().isPresent() && input.failAfter().get() == row) {
          throw new AlidadeException(ErrorCode.DATA_ERROR, "row " + row + " is bad");
        }
        out.write((row + ",some text that takes room\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException gone) {
      stopped.countDown();
      throw gone;
    }
  }

  private static Operation<Nothing, Nothing> forget() {
    return Operation.named("forget", Nothing.class, Nothing.class)
        .title("Forget")
        .description("Deletes something.")
        .effect(OperationEffect.DESTRUCTIVE)
        .handledBy((input, invocation) -> new Nothing());
  }
}
