package dev.alidade.semantic.imports;

/** A product whose models can be read. */
public enum ModelFormat {
  METRICFLOW,
  CUBE,
  SNOWFLAKE,
  DATABRICKS;

  /** What reads it. */
  ModelImporter importer() {
    return switch (this) {
      case METRICFLOW -> new MetricFlowImporter();
      case CUBE -> new CubeImporter();
      case SNOWFLAKE -> new SnowflakeImporter();
      case DATABRICKS -> new DatabricksImporter();
    };
  }
}
