package dev.alidade.catalog;

import dev.alidade.operation.Operation;
import dev.alidade.operation.Prompt;
import dev.alidade.operation.ResourceProvider;
import dev.alidade.operation.ValueList;
import java.util.List;

/** The operations that show what there is to ask about. */
public final class CatalogFeature {
  private final CatalogDescriptions descriptions;
  private final ResourceProvider resources;

  /** Operations over what {@code service} knows. */
  public CatalogFeature(CatalogService service) {
    this.descriptions = new CatalogDescriptions(service);
    this.resources = new TableResources(service, descriptions);
  }

  /** All that shows what there is. */
  public List<Operation<?, ?>> operations() {
    return List.of(listSources(), describeSource(), profileTable(), searchCatalog());
  }

  /** The tables of every source. */
  public ResourceProvider resources() {
    return resources;
  }

  /** Names of sources, of their tables and of those' columns. */
  public List<ValueList> values() {
    return List.of(
        ValueList.of(
            "source",
            "list_sources",
            List.of(),
            ListSourcesOutput.class,
            output -> output.sources().stream().map(SourceSummary::name).toList()),
        ValueList.of(
            "table",
            "describe_source",
            List.of("source"),
            DescribeSourceOutput.class,
            output -> output.tables().stream().map(TableDescription::name).toList()),
        ValueList.of(
            "column",
            "describe_source",
            List.of("source", "table"),
            DescribeSourceOutput.class,
            output ->
                output.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .map(ColumnDescription::name)
                    .toList()));
  }

  /** Tasks on a source: to explore it, to explain a change, to review a query, to judge quality. */
  public List<Prompt> prompts() {
    return CatalogPrompts.all();
  }

  private Operation<ListSourcesInput, ListSourcesOutput> listSources() {
    return Operation.named("list_sources", ListSourcesInput.class, ListSourcesOutput.class)
        .title("List sources")
        .description(
            "Lists the configured sources with their status and number of tables. "
                + "Start here to learn which source to ask.")
        .examples("list-sources")
        .handledBy((input, invocation) -> descriptions.list(invocation.caller()));
  }

  private Operation<DescribeSourceInput, DescribeSourceOutput> describeSource() {
    return Operation.named("describe_source", DescribeSourceInput.class, DescribeSourceOutput.class)
        .title("Describe a source")
        .description(
            "Shows the tables of a source, or one of them: columns with types and example values, "
                + "primary keys, and foreign keys, declared or inferred. Use it before writing SQL.")
        .primary("source")
        .examples("describe-source shop", "describe-source shop --table orders")
        .handledBy((input, invocation) -> descriptions.describe(input, invocation.caller()));
  }

  private Operation<ProfileTableInput, ProfileTableOutput> profileTable() {
    return Operation.named("profile_table", ProfileTableInput.class, ProfileTableOutput.class)
        .title("Profile a table")
        .description(
            "Shows what the columns of a table hold: how many values are missing, how many are "
                + "different, the least and the greatest, frequent ones. Columns whose values you "
                + "may not see clearly are left out.")
        .primary("table")
        .examples("profile-table orders --source shop")
        .handledBy((input, invocation) -> descriptions.profile(input, invocation.caller()));
  }

  private Operation<SearchCatalogInput, SearchCatalogOutput> searchCatalog() {
    return Operation.named("search_catalog", SearchCatalogInput.class, SearchCatalogOutput.class)
        .title("Search the catalog")
        .description(
            "Finds tables, columns and stored text values by words, best match first. Use it to "
                + "learn where something is and how a value is written.")
        .primary("query")
        .examples("search-catalog \"customer email\"", "search-catalog tent --source shop")
        .handledBy((input, invocation) -> descriptions.search(input, invocation.caller()));
  }
}
