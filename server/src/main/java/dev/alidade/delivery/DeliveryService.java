package dev.alidade.delivery;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Table;
import dev.alidade.export.Compression;
import dev.alidade.export.ExportFormat;
import dev.alidade.export.ExportOptions;
import dev.alidade.job.JobOutput;
import dev.alidade.job.JobService;
import dev.alidade.job.JobState;
import dev.alidade.operation.Downloads;
import dev.alidade.operation.Json;
import dev.alidade.query.QueryService;
import dev.alidade.sql.Dialect;
import dev.alidade.workbench.BoundValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exports: ordered, watched, fetched. */
public final class DeliveryService implements Downloads {
  private static final int LONGEST_KEEP = 24 * 60;
  private static final int LONGEST_WAIT = 60;
  private static final int USUAL_WAIT = 5;

  private final QueryService queries;
  private final CatalogService catalog;
  private final JobService jobs;
  private final List<ExportFormat> formats;
  private final List<ExportPlace> places;
  private final Audit audit;
  private final Clock clock;

  /** Exports in {@code formats}, as {@code jobs}, for download and into {@code places}. */
  public DeliveryService(
      QueryService queries,
      CatalogService catalog,
      JobService jobs,
      List<ExportFormat> formats,
      List<ExportPlace> places,
      Audit audit,
      Clock clock) {
    this.queries = queries;
    this.catalog = catalog;
    this.jobs = jobs;
    this.formats = List.copyOf(formats);
    this.places = List.copyOf(places);
    this.audit = audit;
    this.clock = clock;
  }

  ExportOutput export(ExportQueryInput input, Caller caller, Cancellation cancellation) {
    return start(
        caller,
        input.source(),
        input.sql(),
        BoundValues.read(input.parameters()),
        input.sheets().orElse(List.of()).stream().map(SheetQuery::of).toList(),
        input.delivery(),
        cancellation);
  }

  ExportOutput export(ExportTableInput input, Caller caller, Cancellation cancellation) {
    SourceKnowledge knowledge = catalog.knowledge(caller, input.source());
    Table table = table(knowledge, input.table());
    Dialect dialect = queries.dialect(caller, input.source());
    String columns =
        input.columns().isEmpty() || input.columns().get().isEmpty()
            ? "*"
            : input.columns().get().stream().map(dialect::quote).collect(Collectors.joining(", "));
    String schema = table.name().schema().map(name -> dialect.quote(name) + ".").orElse("");
    String sql =
        "SELECT %s FROM %s%s".formatted(columns, schema, dialect.quote(table.name().table()));
    return start(
        caller,
        input.source(),
        sql,
        Parameters.NONE,
        List.of(),
        input.delivery(table.name().table()),
        cancellation);
  }

  private ExportOutput start(
      Caller caller,
      String source,
      String sql,
      Parameters parameters,
      List<SheetQuery> sheets,
      DeliveryRequest request,
      Cancellation cancellation) {
    request.keepMinutes().ifPresent(minutes -> range("keep_minutes", minutes, 1, LONGEST_KEEP));
    int wait = request.waitSeconds().orElse(USUAL_WAIT);
    range("wait_seconds", wait, 0, LONGEST_WAIT);
    ExportOrder order =
        new ExportOrder(
            format(request.format()),
            request.options().orElse(ExportOptions.USUAL),
            request.compression().orElse(Compression.NONE),
            request.name(),
            request.partitionBy(),
            sheets,
            destination(request, caller));
    sheets.forEach(sheet -> jobs.check(caller, source, sheet.sql()));
    order.destination().check(order.partitionBy().isEmpty() ? order.path() : order.name());
    order.destination().check(order.manifestPath());
    String export =
        jobs.start(
            caller,
            source,
            sorted(sql, order.partitionBy(), queries.dialect(caller, source)),
            parameters,
            request.keepMinutes().map(Duration::ofMinutes),
            new ExportWork(order, caller, source, audit, clock));
    return status(caller, export, wait, cancellation);
  }

  /** Rows of one partition come one after another, so that one file is open at a time. */
  private static String sorted(String sql, List<String> partitionBy, Dialect dialect) {
    if (partitionBy.isEmpty()) {
      return sql;
    }
    return "SELECT * FROM (\n%s\n) AS exported ORDER BY %s"
        .formatted(
            sql.strip().replaceAll(";+$", ""),
            partitionBy.stream().map(dialect::quote).collect(Collectors.joining(", ")));
  }

  ExportOutput status(Caller caller, String export, int wait, Cancellation cancellation) {
    range("wait_seconds", wait, 0, LONGEST_WAIT);
    JobOutput job = jobs.watch(caller, export, Duration.ofSeconds(wait), cancellation);
    if (job.state() != JobState.DONE) {
      return new ExportOutput(job, Optional.empty(), List.of());
    }
    Manifest manifest = manifest(folderOf(caller, export));
    boolean here = manifest.destination().equals(new DownloadDestination().shown());
    return new ExportOutput(
        job,
        Optional.of(manifest),
        here
            ? manifest.files().stream().map(file -> address(export, file.path())).toList()
            : List.of());
  }

  @Override
  public Download find(Caller caller, String export, String path) {
    Path folder = folderOf(caller, export);
    Manifest manifest = manifest(folder);
    boolean here = manifest.destination().equals(new DownloadDestination().shown());
    Manifest.File file =
        manifest.files().stream()
            .filter(each -> here && each.path().equals(path))
            .findFirst()
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.FILE_NOT_FOUND,
                        "Export `%s` has no such file to download; export_status names them"
                            .formatted(export)));
    String mediaType =
        manifest.compression().equals("none")
            ? format(manifest.format()).mediaType()
            : "application/octet-stream";
    return new Download(folder.resolve(path), mediaType, file.bytes(), file.sha256());
  }

  @Override
  public void fetched(Caller caller, String export, String path) {
    audit.record(
        new AuditEvent.Change(
            export, clock.instant(), caller, "download", Optional.of(path), AuditEvent.OK));
  }

  private Path folderOf(Caller caller, String export) {
    return jobs.left(caller, export)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.JOB_NOT_FOUND,
                    "Job `%s` is no export; job_result gives its rows".formatted(export)));
  }

  private static Manifest manifest(Path folder) {
    try {
      return Json.mapper().readValue(folder.resolve(ExportWork.MANIFEST).toFile(), Manifest.class);
    } catch (IOException gone) {
      throw new AlidadeException(
          ErrorCode.JOB_NOT_FOUND, "The export's files are gone; export again", gone);
    }
  }

  private static String address(String export, String path) {
    return Downloads.PREFIX
        + export
        + "/"
        + List.of(path.split("/")).stream()
            .map(part -> java.net.URLEncoder.encode(part, java.nio.charset.StandardCharsets.UTF_8))
            .map(part -> part.replace("+", "%20"))
            .collect(Collectors.joining("/"));
  }

  private Destination destination(DeliveryRequest request, Caller caller) {
    if (request.folder().isEmpty()) {
      return new DownloadDestination();
    }
    String name = request.folder().get();
    List<ExportPlace> open = places.stream().filter(each -> each.isOpenTo(caller)).toList();
    return open.stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .map(place -> place.destination(request.overwrite()))
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    open.isEmpty()
                        ? "No folder is open to your exports; leave `folder` out to download, or ask who runs the server for a folder or storage under `exports`"
                        : "No folder `%s`; there are: %s"
                            .formatted(
                                name,
                                open.stream()
                                    .map(ExportPlace::name)
                                    .collect(Collectors.joining(", ")))));
  }

  private ExportFormat format(String name) {
    List<String> names = formats.stream().map(ExportFormat::name).toList();
    return formats.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    "No format `%s`%s Formats: %s"
                        .formatted(
                            name,
                            Nearest.hint(name, names).isEmpty() ? "." : Nearest.hint(name, names),
                            String.join(", ", names))));
  }

  private static Table table(SourceKnowledge knowledge, String written) {
    List<String> names = knowledge.tables().stream().map(each -> each.name().toString()).toList();
    return knowledge
        .catalog()
        .table(written)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.TABLE_NOT_FOUND,
                    "Table `%s` not found in `%s`%s"
                        .formatted(
                            written,
                            knowledge.source(),
                            Nearest.hint(written, names).isEmpty()
                                ? "; describe_source lists all"
                                : Nearest.hint(written, names))));
  }

  private static void range(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`%s` must be from %d to %d".formatted(field, least, most));
    }
  }
}
