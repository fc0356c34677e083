package dev.alidade.engine;

import java.util.List;

/** Opens sources of one kind; the Registry names every factory in one line. */
public interface EngineFactory {
  /** The name that the configuration uses. */
  String engine();

  /** The settings that a source of this engine takes. */
  List<Setting> settings();

  /** Opens a source; fails with CONFIGURATION_INVALID, FILE_NOT_FOUND or SOURCE_UNAVAILABLE. */
  Engine open(SourceDefinition definition);
}
