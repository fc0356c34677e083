package dev.alidade.operation;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.Objects;

/** Files that the server keeps for a caller until they are fetched. */
public interface Downloads {
  /** Where they stand at the HTTP door, before the export and the file's own path. */
  String PREFIX = "/api/v1/exports/";

  /** A server that keeps none. */
  Downloads NONE =
      new Downloads() {
        @Override
        public Download find(Caller caller, String export, String path) {
          throw new AlidadeException(
              ErrorCode.FILE_NOT_FOUND, "This server keeps no files to download");
        }

        @Override
        public void fetched(Caller caller, String export, String path) {}
      };

  /**
   * A file that may be fetched.
   *
   * @param tag changes with every byte of it
   */
  record Download(Path file, String mediaType, long bytes, String tag) {
    public Download {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(mediaType, "mediaType");
      Objects.requireNonNull(tag, "tag");
    }
  }

  /** The file, if it is the caller's and what it shows is still what the caller may see. */
  Download find(Caller caller, String export, String path);

  /** Records that it is about to leave; it must not where this fails. */
  void fetched(Caller caller, String export, String path);
}
