package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.engine.duckdb.gate.Preparation;
import dev.alidade.engine.duckdb.gate.PreparedText;
import dev.alidade.engine.duckdb.gate.WriteFrame;
import dev.alidade.engine.duckdb.isolated.Writer;
import dev.alidade.engine.duckdb.run.ParameterNames;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.WriteInspection;
import java.util.List;
import java.util.Optional;

/**
 * Changes rows of a file: in a process of its own, whose lock no reader shares, after all readers
 * have closed it.
 */
final class FileWriter {
  private static final ParameterNames NO_NAMES = new ParameterNames(List.of());

  private final Editions editions;
  private final Preparation preparation;

  FileWriter(Editions editions) {
    this.editions = editions;
    this.preparation = new Preparation(editions.modes().grammar());
  }

  WriteResult write(WriteRequest request) {
    request.sql().checkFor(editions.source());
    request.cancellation().check();
    PreparedText prepared = preparation.prepare(request.sql().text());
    return editions.alone(
        request.cancellation(),
        edition -> {
          checkAgain(edition, request);
          return write(edition, request, prepared);
        });
  }

  /** It may have been governed for another file than the one that lies there now. */
  private static void checkAgain(Edition edition, WriteRequest request) {
    WriteInspection now = edition.gate().inspectWrite(request.sql().written());
    Inspection found = now.inspection();
    if (!found.isAllowed()) {
      Reason first = found.reasons().getFirst();
      throw new AlidadeException(first.code(), first.message(), first.location(), null);
    }
    boolean same =
        found.text().equals(Optional.of(request.sql().text()))
            && found.tables().equals(request.sql().tables())
            && now.target().equals(Optional.of(request.sql().target()));
    if (!same) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "The tables of `%s` are being changed; try again".formatted(request.sql().source()));
    }
  }

  private WriteResult write(Edition edition, WriteRequest request, PreparedText prepared) {
    Cancellation cancellation = request.cancellation();
    Modes modes = editions.modes();
    try (Writer writer = modes.writer(editions.file(), edition.state(), cancellation)) {
      run(writer, "BEGIN TRANSACTION", cancellation);
      long rows = change(writer, request, prepared);
      cancellation.check();
      boolean kept = request.keep().test(rows);
      if (kept) {
        commit(writer);
      }
      return new WriteResult(rows, kept);
    }
  }

  private long change(Writer writer, WriteRequest request, PreparedText prepared) {
    Cancellation cancellation = request.cancellation();
    ParameterNames names = new ParameterNames(prepared.parameters());
    RunningQuery query =
        new RunningQuery(
            editions.modes().waiters(),
            writer.query(prepared.text(), names, cancellation),
            new QueryErrors(offset -> place(request, prepared, offset)),
            cancellation,
            () -> {});
    long rows = 0;
    try (ResultStream counted = query.start(request.parameters())) {
      Optional<Batch> batch = counted.next();
      while (batch.isPresent()) {
        rows = ((Number) batch.get().value(0, 0)).longValue();
        batch = counted.next();
      }
    }
    return rows;
  }

  private Optional<Location> place(WriteRequest request, PreparedText prepared, int offset) {
    String written = request.sql().written();
    return preparation
        .find(prepared.text(), WriteFrame.around(written), offset)
        .map(around -> WriteFrame.within(written, around));
  }

  // What is being kept is not stopped any more: nobody would know whether it was.
  private void commit(Writer writer) {
    try {
      run(writer, "COMMIT", Cancellation.never());
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.DATA_ERROR) {
        throw failure;
      }
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "The worker that wrote to `%s` was lost while the change was being kept; look whether it was made before you repeat it"
              .formatted(editions.source()),
          failure);
    }
  }

  private void run(Writer writer, String sql, Cancellation cancellation) {
    RunningQuery query =
        new RunningQuery(
            editions.modes().waiters(),
            writer.query(sql, NO_NAMES, cancellation),
            QueryErrors.ofOurOwn(),
            cancellation,
            () -> {});
    try (ResultStream nothing = query.start(Parameters.NONE)) {
      while (nothing.next().isPresent()) {
        // A statement of ours gives nothing back.
      }
    }
  }
}
