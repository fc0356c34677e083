package dev.alidade.upload;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.operation.Uploads;
import dev.alidade.store.Database;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Receives files, and keeps them for the sources that are made of them. */
public final class UploadService implements Uploads {
  private static final Duration KEPT_UNUSED = Duration.ofDays(1);

  private final UploadStore store;
  private final UploadFolder folder;
  private final UploadLimits limits;
  private final Function<Path, DataFile> recognizer;
  private final Supplier<? extends Collection<String>> sources;
  private final Audit audit;
  private final Clock clock;
  private final Map<String, Long> onTheWay = new HashMap<>();

  /**
   * Keeps files in {@code folder}.
   *
   * @param recognizer says what a file is; fails with FILE_UNREADABLE where it is no data
   * @param sources names that are taken
   */
  public UploadService(
      Database database,
      Path folder,
      UploadLimits limits,
      Function<Path, DataFile> recognizer,
      Supplier<? extends Collection<String>> sources,
      Audit audit,
      Clock clock) {
    store = new UploadStore(database, folder);
    this.folder = new UploadFolder(folder);
    this.limits = limits;
    this.recognizer = recognizer;
    this.sources = sources;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public UploadOutput receive(Caller caller, String name, long bytes, InputStream content) {
    String file = FileName.of(name);
    String id = RandomId.next("up");
    record(id, caller, file, AuditEvent.STARTED);
    try {
      UploadOutput output = receive(id, caller, file, bytes, content);
      record(id, caller, file, AuditEvent.OK);
      return output;
    } catch (RuntimeException | Error failure) {
      undo(id, caller, file, failure);
      throw failure;
    } finally {
      leave(id);
    }
  }

  private UploadOutput receive(
      String id, Caller caller, String file, long bytes, InputStream content) {
    forgetUnused();
    long room = enter(id, bytes < 0 ? limits.largest() : bytes);
    long most = Math.min(limits.largest(), room);
    String tooLarge = tooLarge(file, room);
    if (bytes > most || most <= 0) {
      throw new AlidadeException(ErrorCode.REQUEST_TOO_LARGE, tooLarge);
    }
    Path incoming = folder.incoming(id, file);
    long came = UploadFolder.write(content, incoming, most, tooLarge);
    if (bytes >= 0 && came != bytes) {
      throw new AlidadeException(
          ErrorCode.MALFORMED_REQUEST,
          "%s did not come whole: %,d of %,d bytes; send it again".formatted(file, came, bytes));
    }
    DataFile data = inOwnWords(incoming, () -> recognizer.apply(incoming));
    long expanded = Expansion.of(incoming, most);
    Upload upload =
        new Upload(
            id,
            caller.name(),
            file,
            folder.place(id, incoming),
            data,
            expanded,
            clock.instant(),
            Optional.empty());
    store.add(upload);
    return new UploadOutput(
        id,
        file,
        data.engine(),
        data.database(),
        expanded,
        SuggestedName.of(file, List.copyOf(sources.get())));
  }

  private String tooLarge(String file, long room) {
    if (room >= limits.largest()) {
      return "%s is larger than the %s that may be uploaded; drop a part of it, or have an administrator raise `uploads` in alidade.yaml"
          .formatted(file, UploadLimits.inWords(limits.largest()));
    }
    return "%s does not fit: %s of the %s for uploaded files are free; remove a source that was made of files, or have an administrator raise `uploads` in alidade.yaml"
        .formatted(
            file, UploadLimits.inWords(Math.max(0, room)), UploadLimits.inWords(limits.quota()));
  }

  /** The files of these ids; each must be there, sent by this caller, and free or the source's. */
  public List<Upload> find(Caller caller, List<String> ids, Optional<String> source) {
    List<Upload> found = new ArrayList<>();
    for (String id : ids) {
      Upload upload =
          store
              .find(id)
              .filter(each -> each.caller().equals(caller.name()))
              .filter(each -> each.source().isEmpty() || each.source().equals(source))
              .orElseThrow(() -> unknown(id));
      found.add(upload);
    }
    return found;
  }

  /** The files of a source. */
  public List<Upload> of(String source) {
    return store.all().stream().filter(each -> each.source().equals(Optional.of(source))).toList();
  }

  /** All files that are kept. */
  public List<Upload> all() {
    return store.all();
  }

  /** Gives files to a source, in the transaction that makes or changes it. */
  public void claim(Handle handle, List<String> ids, String source) {
    for (String id : ids) {
      if (!UploadStore.claim(handle, id, source)) {
        throw unknown(id);
      }
    }
  }

  /** Deletes the files of a source that is gone, whose rows its transaction has deleted. */
  public void delete(List<Upload> uploads) {
    uploads.forEach(upload -> folder.delete(upload.id()));
  }

  /** What something says of a file, with the file's own name instead of its path. */
  public static <T> T inOwnWords(Path file, Supplier<T> work) {
    try {
      return work.get();
    } catch (AlidadeException failure) {
      throw new AlidadeException(
          failure.code(), withoutFolder(failure.getMessage(), file), failure.location(), failure);
    }
  }

  /** A sentence without the folder that a file lies in. */
  public static String withoutFolder(String sentence, Path file) {
    return sentence.replace(file.getParent().toString() + "/", "");
  }

  /** Forgets what no source was made of for a day, and what came in part before a crash. */
  private void forgetUnused() {
    Instant old = clock.instant().minus(KEPT_UNUSED);
    List<Upload> all = store.all();
    List<Upload> unused =
        all.stream()
            .filter(upload -> upload.source().isEmpty() && upload.receivedAt().isBefore(old))
            .toList();
    delete(store.removeUnused(unused));
    Set<String> known = new HashSet<>();
    all.forEach(upload -> known.add(upload.id()));
    synchronized (onTheWay) {
      known.addAll(onTheWay.keySet());
    }
    folder.untouchedSince(old).stream().filter(id -> !known.contains(id)).forEach(folder::delete);
  }

  /** Counts a file that comes, and says how much room the others leave it. */
  private long enter(String id, long bytes) {
    synchronized (onTheWay) {
      long others = onTheWay.values().stream().mapToLong(Long::longValue).sum();
      onTheWay.put(id, bytes);
      return limits.quota() - others - store.all().stream().mapToLong(Upload::bytes).sum();
    }
  }

  private void leave(String id) {
    synchronized (onTheWay) {
      onTheWay.remove(id);
    }
  }

  private void undo(String id, Caller caller, String file, Throwable failure) {
    String outcome =
        failure instanceof AlidadeException known ? known.code().name() : ErrorCode.INTERNAL.name();
    try {
      folder.delete(id);
      record(id, caller, file, outcome);
    } catch (AlidadeException unavailable) {
      failure.addSuppressed(unavailable);
    }
  }

  private void record(String id, Caller caller, String file, String outcome) {
    audit.record(
        new AuditEvent.Change(id, clock.instant(), caller, "upload", Optional.of(file), outcome));
  }

  private static AlidadeException unknown(String id) {
    return new AlidadeException(
        ErrorCode.FILE_NOT_FOUND,
        "There is no uploaded file `%s` of yours without a source; files that no source was made of are forgotten after a day, so send it again"
            .formatted(id));
  }
}
