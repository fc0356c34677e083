package dev.alidade.upload;

import dev.alidade.store.Database;
import dev.alidade.store.Row;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is known of received files, in our own database. */
final class UploadStore {
  private final Database database;
  private final Path folder;

  /** Files lie below {@code folder}. */
  UploadStore(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  void add(Upload upload) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO upload (id, caller, file, engine, setting, is_database, bytes, received_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    upload.id(),
                    upload.caller(),
                    upload.file(),
                    upload.data().engine(),
                    upload.data().setting(),
                    upload.data().database() ? 1 : 0,
                    upload.bytes(),
                    upload.receivedAt().toEpochMilli()));
  }

  Optional<Upload> find(String id) {
    return all().stream().filter(upload -> upload.id().equals(id)).findFirst();
  }

  List<Upload> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM upload ORDER BY received_at, id")
                    .mapToMap()
                    .map(Row::new)
                    .map(this::upload)
                    .list());
  }

  /** Deletes what is known of these as far as no source has them, and says which those were. */
  List<Upload> removeUnused(Collection<Upload> uploads) {
    return uploads.stream()
        .filter(
            upload ->
                database
                        .jdbi()
                        .withHandle(
                            handle ->
                                handle.execute(
                                    "DELETE FROM upload WHERE id = ? AND source IS NULL",
                                    upload.id()))
                    == 1)
        .toList();
  }

  /** Gives the files to a source, in the transaction that makes or changes it. */
  static boolean claim(Handle handle, String id, String source) {
    return handle.execute(
            "UPDATE upload SET source = ? WHERE id = ? AND (source IS NULL OR source = ?)",
            source,
            id,
            source)
        == 1;
  }

  private Upload upload(Row row) {
    String id = row.text("id");
    String file = row.text("file");
    return new Upload(
        id,
        row.text("caller"),
        file,
        folder.resolve(id).resolve(file),
        new DataFile(row.text("engine"), row.text("setting"), row.number("is_database") == 1),
        row.wide("bytes"),
        row.at("received_at"),
        row.maybe("source"));
  }
}
