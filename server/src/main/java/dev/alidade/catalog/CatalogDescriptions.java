package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Answers the catalog's operations from what is known of the sources. */
final class CatalogDescriptions {
  private static final int MATCHES = 20;

  private final CatalogService catalog;

  CatalogDescriptions(CatalogService catalog) {
    this.catalog = catalog;
  }

  ListSourcesOutput list(Caller caller) {
    return new ListSourcesOutput(catalog.summaries(caller));
  }

  DescribeSourceOutput describe(DescribeSourceInput input, Caller caller) {
    SourceKnowledge knowledge = catalog.knowledgeNow(caller, input.source());
    List<Table> tables =
        input.table().isPresent()
            ? List.of(table(knowledge, input.table().get()))
            : knowledge.tables();
    return new DescribeSourceOutput(
        input.source(),
        catalog.engineOf(input.source()),
        tables.stream().map(table -> describe(knowledge, table)).toList());
  }

  ProfileTableOutput profile(ProfileTableInput input, Caller caller) {
    SourceKnowledge knowledge = catalog.knowledge(caller, input.source());
    Table table = table(knowledge, input.table());
    List<ProfileTableOutput.ColumnContent> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      knowledge
          .profile(table.name(), column.name())
          .map(profile -> ProfileTableOutput.ColumnContent.of(column.name(), profile))
          .ifPresent(columns::add);
    }
    return new ProfileTableOutput(
        input.source(),
        table.name().toString(),
        catalog.readAt(input.source()).map(Instant::toString).orElse(""),
        columns);
  }

  SearchCatalogOutput search(SearchCatalogInput input, Caller caller) {
    List<CatalogMatch> matches = new ArrayList<>();
    if (input.source().isPresent()) {
      matches.addAll(
          CatalogSearch.find(catalog.knowledgeNow(caller, input.source().get()), input.query()));
    } else {
      for (String source : catalog.sources(caller)) {
        catalog
            .available(caller, source)
            .ifPresent(known -> matches.addAll(CatalogSearch.find(known, input.query())));
      }
    }
    matches.sort(
        Comparator.comparingDouble((CatalogMatch match) -> -match.score())
            .thenComparing(CatalogMatch::kind));
    return new SearchCatalogOutput(matches.stream().limit(input.limit().orElse(MATCHES)).toList());
  }

  private static Table table(SourceKnowledge knowledge, String written) {
    return knowledge
        .catalog()
        .table(written)
        .orElseThrow(
            () -> {
              List<String> names =
                  knowledge.tables().stream().map(table -> table.name().toString()).toList();
              String hint = Nearest.hint(written, names);
              return new AlidadeException(
                  ErrorCode.TABLE_NOT_FOUND,
                  "Table `%s` not found in `%s`%s"
                      .formatted(
                          written,
                          knowledge.source(),
                          hint.isEmpty() ? "; describe_source without `table` lists all" : hint));
            });
  }

  private static TableDescription describe(SourceKnowledge knowledge, Table table) {
    return new TableDescription(
        table.name().table(),
        table.name().schema(),
        table.kind(),
        table.comment(),
        table.rows(),
        table.columns().stream().map(column -> describe(knowledge, table, column)).toList(),
        table.primaryKey(),
        knowledge.foreignKeys().stream()
            .filter(key -> key.from().equals(table.name()))
            .map(CatalogDescriptions::describe)
            .toList());
  }

  private static ColumnDescription describe(SourceKnowledge knowledge, Table table, Column column) {
    return new ColumnDescription(
        column.name(),
        column.type().kind(),
        column.type().engineName(),
        column.nullable(),
        column.comment(),
        table.primaryKey().contains(column.name()),
        knowledge
            .profile(table.name(), column.name())
            .map(ColumnProfile::examples)
            .orElse(List.of()));
  }

  private static KeyDescription describe(ForeignKey key) {
    return new KeyDescription(key.columns(), key.to().toString(), key.toColumns(), key.inferred());
  }
}
