package dev.alidade.delivery;

import java.io.IOException;
import java.nio.file.Path;

/** Where the files of an export go. */
public interface Destination {
  /** What people and the audit are told of it. */
  String shown();

  /** Whether the files take room in the state folder. */
  boolean isOurs();

  /** Fails where a file of that relative path, or a folder, could not be put there in the end. */
  void check(String path);

  /** Begins a file; {@code own} is the job's folder. */
  Outgoing begin(String path, String job, Path own) throws IOException;
}
