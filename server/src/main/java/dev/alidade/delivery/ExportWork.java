package dev.alidade.delivery;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.Caller;
import dev.alidade.export.Sheet;
import dev.alidade.export.SheetFormat;
import dev.alidade.job.FurtherQueries;
import dev.alidade.job.JobWork;
import dev.alidade.operation.Json;
import dev.alidade.query.GovernedResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Writes the rows of one job into the files that were ordered. */
final class ExportWork implements JobWork {
  static final String MANIFEST = "manifest.json";
  private static final long LOOK_EVERY = 8L * 1024 * 1024;

  private final ExportOrder order;
  private final Caller caller;
  private final String source;
  private final Audit audit;
  private final Clock clock;
  private final LongAdder rows = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final List<Manifest.Sheet> sheets = new ArrayList<>();
  private long looked;

  ExportWork(ExportOrder order, Caller caller, String source, Audit audit, Clock clock) {
    this.order = order;
    this.caller = caller;
    this.source = source;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public long rows() {
    return rows.sum();
  }

  @Override
  public long bytes() {
    return order.destination().isOurs() ? bytes.sum() : 0;
  }

  @Override
  public void run(
      String job, GovernedResult result, FurtherQueries further, Path own, Runnable checkRoom)
      throws IOException {
    List<Manifest.Column> columns = Manifest.columns(result.columns());
    List<Outgoing> outgoing = new ArrayList<>();
    try {
      List<Manifest.File> files = new ArrayList<>();
      Target target =
          path -> {
            Outgoing file = order.destination().begin(path, job, own);
            outgoing.add(file);
            return file.stream();
          };
      if (order.partitionBy().isEmpty()) {
        Writing whole = out -> write(result, further, out);
        files.add(file(order.path(), whole, target, checkRoom));
      } else {
        Partitions partitions = new Partitions(result, order.partitionBy());
        for (Optional<String> folder = partitions.advance();
            folder.isPresent();
            folder = partitions.advance()) {
          String path =
              "%s/%s/part-%d%s"
                  .formatted(order.name(), folder.get(), files.size() + 1, order.suffix());
          Writing part =
              out ->
                  order
                      .format()
                      .write(new CountedRows(partitions.rows(), rows), order.options(), out);
          files.add(file(path, part, target, checkRoom));
        }
      }
      Manifest manifest = manifest(job, result, columns, files);
      byte[] written = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
      Files.write(own.resolve(MANIFEST), written);
      if (!order.destination().isOurs()) {
        try (OutputStream manifestFile = target.begin(order.manifestPath())) {
          manifestFile.write(written);
        }
      }
      record(job, manifest, AuditEvent.STARTED);
      for (Outgoing file : outgoing) {
        file.keep();
      }
      record(job, manifest, AuditEvent.OK);
    } finally {
      for (Outgoing file : outgoing) {
        file.close();
      }
    }
  }

  /** Where a file begins. */
  @FunctionalInterface
  private interface Target {
    OutputStream begin(String path) throws IOException;
  }

  /** Writes what a file holds. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void write(GovernedResult result, FurtherQueries further, OutputStream out)
      throws IOException {
    if (!(order.format() instanceof SheetFormat format) || order.sheets().isEmpty()) {
      order.format().write(new CountedRows(result, rows), order.options(), out);
      return;
    }
    List<Sheet> all = new ArrayList<>();
    String first = order.firstSheet();
    all.add(new Sheet(first, () -> new SheetRows(first, result, rows, sheets::add)));
    for (SheetQuery each : order.sheets()) {
      all.add(
          new Sheet(
              each.name(),
              () ->
                  new SheetRows(
                      each.name(), further.run(each.sql(), each.parameters()), rows, sheets::add)));
    }
    format.write(all, order.options(), out);
  }

  private Manifest.File file(String path, Writing writing, Target target, Runnable checkRoom)
      throws IOException {
    long before = rows.sum();
    SealedStream sealed = new SealedStream(target.begin(path), size -> written(size, checkRoom));
    String inside = path.substring(path.lastIndexOf('/') + 1);
    String plain = inside.substring(0, inside.length() - order.compression().suffix().length());
    try (AheadStream ahead = new AheadStream(sealed)) {
      try (OutputStream packed = order.compression().around(ahead, plain)) {
        writing.to(packed);
      }
      ahead.flush();
    }
    sealed.close();
    return new Manifest.File(path, rows.sum() - before, sealed.bytes(), sealed.sha256());
  }

  private void written(long size, Runnable checkRoom) {
    bytes.add(size);
    if (bytes.sum() - looked > LOOK_EVERY) {
      looked = bytes.sum();
      checkRoom.run();
    }
  }

  private Manifest manifest(
      String job, GovernedResult result, List<Manifest.Column> columns, List<Manifest.File> files) {
    return new Manifest(
        job,
        source,
        result.sql().shown(),
        order.format().name(),
        order.compression().name().toLowerCase(java.util.Locale.ROOT),
        order.destination().shown(),
        columns,
        Optional.of(List.copyOf(sheets)).filter(all -> !all.isEmpty()),
        rows.sum(),
        bytes.sum(),
        files,
        clock.instant().toString());
  }

  private void record(String job, Manifest manifest, String outcome) {
    audit.record(
        new AuditEvent.Change(
            job,
            clock.instant(),
            caller,
            "export",
            Optional.of(
                "%s of %s to %s: %d rows, %d bytes in %d files"
                    .formatted(
                        order.name() + order.suffix(),
                        source,
                        manifest.destination(),
                        manifest.rows(),
                        manifest.bytes(),
                        manifest.files().size())),
            outcome));
  }
}
