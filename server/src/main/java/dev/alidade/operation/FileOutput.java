package dev.alidade.operation;

import java.util.Optional;

/**
 * An output that may hold a file: doors hand the file over in their own way, and text for models is
 * without it.
 */
public interface FileOutput {
  /** The name of the field of an output that holds it. */
  String FIELD = "file";

  /** The file, where one was asked for. */
  Optional<OutputFile> file();
}
