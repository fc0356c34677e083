package dev.alidade.audit;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the audit lies in a state folder: a folder for each chain, the anchors apart from them, the
 * key apart from both.
 *
 * @param key the key itself, where the environment gives one
 */
public record AuditFolder(Path state, Optional<String> key) {
  public AuditFolder {
    Objects.requireNonNull(state, "state");
    key.ifPresent(AuditKey::check);
  }

  Path chains() {
    return state.resolve("audit");
  }

  Path chain(int number) {
    return chains().resolve(Integer.toString(number));
  }

  Path anchor(int number) {
    return state.resolve("audit-anchors").resolve(Integer.toString(number));
  }

  /** The chains that are there or of which an anchor knows. */
  List<Integer> numbers() throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>(SegmentFiles.chains(chains()));
    numbers.addAll(SegmentFiles.chains(state.resolve("audit-anchors")));
    return List.copyOf(numbers);
  }

  boolean hasChain(int number) {
    return Files.isDirectory(chain(number));
  }

  static AlidadeException unreadable(IOException cause) {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "The audit record cannot be read; check that the state folder is there and its permissions",
        cause);
  }
}
