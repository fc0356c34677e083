package dev.alidade.delivery;

import dev.alidade.export.Compression;
import dev.alidade.export.ExportOptions;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** What {@code export_query_result} takes. */
public record ExportQueryInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name, as query takes them")
        Optional<Object> parameters,
    @Description("csv, tsv, json, ndjson, parquet, excel, arrow, html, markdown or sql")
        String fileFormat,
    @Description("How the format is to be written, where that is to be other than usual")
        Optional<ExportOptions> options,
    @Description(
            "excel: further results, each on a sheet of its own behind this one, and governed by itself")
        Optional<List<SheetInput>> sheets,
    @Description("Around each file: none unless given") Optional<Compression> compression,
    @Description("Of the file, without its extension; folders before it end with /")
        Optional<String> name,
    @Description(
            "A folder or storage of the server to write into, as its configuration names them; without "
                + "it the server keeps the file for download")
        Optional<String> folder,
    @Description("Whether files there that have this name are overwritten")
        Optional<Boolean> overwrite,
    @Description("Columns whose values become folders (year=2024/...), the outermost first")
        Optional<List<String>> partitionBy,
    @Description("Minutes to keep a download and its manifest, at most 1440; 60 unless given")
        Optional<Integer> keepMinutes,
    @Description("Seconds to wait for the end before answering, at most 60; 5 unless given")
        Optional<Integer> waitSeconds) {
  DeliveryRequest delivery() {
    return new DeliveryRequest(
        fileFormat,
        options,
        compression,
        name.orElse("result"),
        folder,
        overwrite.orElse(false),
        partitionBy.orElse(List.of()),
        keepMinutes,
        waitSeconds);
  }
}
