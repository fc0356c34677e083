package dev.alidade.operation;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.io.InputStream;

/** Where files go that callers send, until an operation makes something of them. */
public interface Uploads {
  /** Where they are sent to at the HTTP door. */
  String ADDRESS = "/api/v1/uploads";

  /** The operation that a caller must be allowed to call in order to send files. */
  String OPERATION = "add_source";

  /** A server that takes none. */
  Uploads NONE =
      (caller, name, bytes, content) -> {
        throw new AlidadeException(ErrorCode.NOT_SUPPORTED, "This server takes no files");
      };

  /**
   * Keeps a file and says what it is.
   *
   * @param name what the client calls it
   * @param bytes how many will come, as far as the client says; or less than 0
   */
  Record receive(Caller caller, String name, long bytes, InputStream content);
}
