package dev.alidade.delivery;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.Caller;
import dev.alidade.engine.ResultStream;
import dev.alidade.job.JobWork;
import dev.alidade.operation.Json;
import dev.alidade.query.GovernedResult;
import java.io.BufferedOutputStream;
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
  public void run(String job, GovernedResult result, Path own, Runnable checkRoom)
      throws IOException {
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
        files.add(file(order.path(), result, target, checkRoom));
      } else {
        Partitions partitions = new Partitions(result, order.partitionBy());
        for (Optional<String> folder = partitions.advance();
            folder.isPresent();
            folder = partitions.advance()) {
          String path =
              "%s/%s/part-%d%s"
                  .formatted(order.name(), folder.get(), files.size() + 1, order.suffix());
          files.add(file(path, partitions.rows(), target, checkRoom));
        }
      }
      Manifest manifest = manifest(job, result, files);
      byte[] written = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
      Files.write(own.resolve(MANIFEST), written);
      if (!order.destination().isOurs()) {
        target.begin(order.manifestPath()).write(written);
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

  private Manifest.File file(String path, ResultStream result, Target target, Runnable checkRoom)
      throws IOException {
    long before = rows.sum();
    SealedStream sealed = new SealedStream(target.begin(path), size -> written(size, checkRoom));
    BufferedOutputStream buffered = new BufferedOutputStream(sealed, 1 << 16);
    String inside = path.substring(path.lastIndexOf('/') + 1);
    String plain = inside.substring(0, inside.length() - order.compression().suffix().length());
    try (OutputStream packed = order.compression().around(buffered, plain)) {
      order.format().write(new CountedRows(result, rows), order.options(), packed);
    }
    buffered.flush();
    sealed.flush();
    return new Manifest.File(path, rows.sum() - before, sealed.bytes(), sealed.sha256());
  }

  private void written(long size, Runnable checkRoom) {
    bytes.add(size);
    if (bytes.sum() - looked > LOOK_EVERY) {
      looked = bytes.sum();
      checkRoom.run();
    }
  }

  private Manifest manifest(String job, GovernedResult result, List<Manifest.File> files) {
    return new Manifest(
        job,
        source,
        result.sql().shown(),
        order.format().name(),
        order.compression().name().toLowerCase(java.util.Locale.ROOT),
        order.destination().shown(),
        result.columns().stream()
            .map(column -> new Manifest.Column(column.name(), column.type().engineName()))
            .toList(),
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
