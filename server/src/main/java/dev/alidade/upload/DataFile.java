package dev.alidade.upload;

import java.util.Objects;

/**
 * What a file of data is.
 *
 * @param engine what reads it
 * @param setting the engine's setting that names it
 * @param database whether it is a source by itself; otherwise it is a table beside others
 */
public record DataFile(String engine, String setting, boolean database) {
  public DataFile {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(setting, "setting");
  }
}
