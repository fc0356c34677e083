package dev.alidade.app;

import dev.alidade.access.AccessFeature;
import dev.alidade.access.AccessService;
import dev.alidade.advice.AdviceFeature;
import dev.alidade.ask.AskFeature;
import dev.alidade.ask.AskService;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.build.BuiltInPlanner;
import dev.alidade.ask.build.Weights;
import dev.alidade.ask.exchange.ExchangeFeature;
import dev.alidade.ask.model.ModelFeature;
import dev.alidade.ask.model.Models;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.HistorySearch;
import dev.alidade.audit.StoredQueryHistory;
import dev.alidade.cache.ResultCache;
import dev.alidade.caching.CachingFeature;
import dev.alidade.caching.PinService;
import dev.alidade.catalog.CatalogFeature;
import dev.alidade.catalog.CatalogService;
import dev.alidade.chart.ChartFeature;
import dev.alidade.chart.browser.Chromium;
import dev.alidade.chart.template.TemplateFeature;
import dev.alidade.delivery.DeliveryFeature;
import dev.alidade.delivery.DeliveryService;
import dev.alidade.edge.mcp.tool.ListedTools;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.identity.Identities;
import dev.alidade.identity.IdentityFeature;
import dev.alidade.identity.issuer.Issuers;
import dev.alidade.insight.InsightFeature;
import dev.alidade.insight.InsightService;
import dev.alidade.job.JobBounds;
import dev.alidade.job.JobFeature;
import dev.alidade.job.JobService;
import dev.alidade.job.StoredCalls;
import dev.alidade.learn.LearnFeature;
import dev.alidade.learn.Learned;
import dev.alidade.operation.Downloads;
import dev.alidade.operation.LastingCalls;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Prepared;
import dev.alidade.operation.Uploads;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Limits;
import dev.alidade.provision.ProvisionFeature;
import dev.alidade.query.Concurrency;
import dev.alidade.query.KeptResults;
import dev.alidade.query.QueryService;
import dev.alidade.report.ReportFeature;
import dev.alidade.rules.LiveRules;
import dev.alidade.rules.RuleDrafts;
import dev.alidade.rules.RulesFeature;
import dev.alidade.saved.QueryBook;
import dev.alidade.saved.SavedFeature;
import dev.alidade.semantic.GivenModel;
import dev.alidade.semantic.SemanticFeature;
import dev.alidade.share.ShareFeature;
import dev.alidade.source.SourceFeature;
import dev.alidade.source.SourceKeeping;
import dev.alidade.store.Database;
import dev.alidade.trail.HistoryFeature;
import dev.alidade.trail.TrailFeature;
import dev.alidade.upload.UploadService;
import dev.alidade.workbench.WorkbenchFeature;
import dev.alidade.workbench.WorkbenchService;
import dev.alidade.write.WriteFeature;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/** Everything between the sources and the doors, put together once. */
final class Product implements AutoCloseable {
  private final Sources sources;
  private final StoredQueryHistory history;
  private final AuditLog audit;
  private final ResultCache cache;
  private final PinService pins;
  private final QueryService queries;
  private final KeptResults kept;
  private final JobService jobs;
  private final Models models;
  private final CatalogService catalog;
  private final OperationRegistry operations;
  private final Prepared prepared;
  private final ToolSettings toolSettings;
  private final Identities identities;
  private final LiveRules rules;
  private final LastingCalls calls;
  private final DeliveryService downloads;
  private final Path stateFolder;
  private final UploadService uploads;
  private final SourceFeature sourceFeature;

  private Product(
      List<SourceDefinition> definitions,
      Config config,
      Database database,
      AuditLog audit,
      Path stateFolder) {
    sources = new Sources(definitions, Registry.engines(this::hasStrangers));
    history = new StoredQueryHistory(database);
    calls = new StoredCalls(database);
    this.stateFolder = stateFolder;
    this.audit = audit;
    identities =
        new Identities(
            config.callers(),
            new Issuers(config.issuers(), Clock.systemUTC()),
            database,
            audit,
            Clock.systemUTC());
    WrittenRules reader =
        new WrittenRules(
            sources::names, () -> operations().all().stream().map(Operation::name).toList());
    rules =
        new LiveRules(
            config.access().fileRules(definitions.stream().map(SourceDefinition::name).toList()),
            sources::names,
            database,
            reader,
            this::callerLimits,
            () -> KeyFile.ofMasks(stateFolder),
            Clock.systemUTC());
    uploads =
        new UploadService(
            database,
            stateFolder.resolve("uploads"),
            config.uploads(),
            FileKind::recognize,
            sources::names,
            audit,
            Clock.systemUTC());
    sourceFeature =
        new SourceFeature(
            sources,
            new SourceKeeping(
                database,
                stateFolder,
                () -> KeyFile.ofSources(stateFolder),
                Environment.here()::find,
                () -> SampleData.shop(stateFolder)),
            uploads,
            () -> rules.now(),
            Clock.systemUTC());
    sources.whenChanged(source -> rules.sourcesChanged());
    QueryBook book = new QueryBook(config.queries(), database);
    cache =
        new ResultCache(
            config.cache(),
            Clock.systemUTC(),
            config
                .cache()
                .shared()
                .map(settings -> Registry.shared(settings, config.cache().largest())));
    queries =
        new QueryService(
            sources,
            new Governor(rules::now, book),
            history,
            audit,
            Clock.systemUTC(),
            Concurrency.USUAL,
            cache);
    pins =
        new PinService(
            config.cache().pins().pins(), queries, cache, identities::caller, Clock.systemUTC());
    kept = new KeptResults(stateFolder.resolve("results"), Clock.systemUTC());
    jobs =
        new JobService(
            queries, database, stateFolder.resolve("jobs"), Clock.systemUTC(), JobBounds.USUAL);
    List<Operation<?, ?>> all = new ArrayList<>();
    catalog = new CatalogService(sources, queries, Clock.systemUTC());
    CatalogFeature catalogFeature = new CatalogFeature(catalog);
    SemanticFeature meanings =
        new SemanticFeature(
            source -> meaning(config, source),
            database,
            sources,
            catalog,
            queries,
            Clock.systemUTC());
    models = new Models(config.models(), config.asking(), database, Clock.systemUTC());
    Learned learned = new Learned(database, Clock.systemUTC());
    AskService ask =
        new AskService(
            sources,
            catalog,
            meanings.service(),
            queries,
            () -> new QuestionReader(new BuiltInPlanner(Weights.builtIn(), Clock.systemUTC())),
            models.planners(queries),
            learned,
            database,
            Clock.systemUTC());
    all.addAll(new AskFeature(ask).operations());
    all.addAll(
        new ShareFeature(ask.shared(), database, identities::caller, Clock.systemUTC())
            .operations());
    InsightService insights =
        new InsightService(queries, catalog, meanings.service(), ask, Clock.systemUTC());
    all.addAll(new InsightFeature(insights).operations());
    SavedFeature saved =
        new SavedFeature(
            queries,
            new WorkbenchService(queries, kept),
            book,
            Registry.formats(),
            () -> ListedTools.taken(operations()),
            Clock.systemUTC());
    all.addAll(
        new ChartFeature(
                queries, new ChartSubjects(saved, ask.past()), Chromium.of(System.getenv()))
            .operations());
    all.addAll(new TemplateFeature(database, Clock.systemUTC()).operations());
    all.addAll(new ReportFeature(queries, ask, insights, Clock.systemUTC()).operations());
    all.addAll(
        new ExchangeFeature(catalog, meanings.service(), queries, Clock.systemUTC()).operations());
    all.addAll(
        new LearnFeature(
                learned,
                ask.past(),
                meanings.service(),
                meanings.vocabulary(),
                queries,
                database,
                Clock.systemUTC())
            .operations());
    all.addAll(new ModelFeature(models).operations());
    all.addAll(catalogFeature.operations());
    all.addAll(meanings.operations());
    all.addAll(sourceFeature.operations());
    all.addAll(new WorkbenchFeature(queries, kept, Registry.formats()).operations());
    all.addAll(new AdviceFeature(queries, catalog, meanings.service()).operations());
    JobFeature jobFeature = new JobFeature(jobs, Registry.formats(), Clock.systemUTC());
    all.addAll(jobFeature.operations());
    downloads =
        new DeliveryService(
            queries,
            catalog,
            jobs,
            Registry.formats(),
            config.exportPlaces(),
            audit,
            Clock.systemUTC());
    all.addAll(new DeliveryFeature(downloads).operations());
    all.addAll(
        new IdentityFeature(identities, new LiveRoles(rules), audit, Clock.systemUTC())
            .operations());
    all.addAll(new TrailFeature(audit.folder()).operations());
    all.addAll(
        new CachingFeature(
                queries,
                cache,
                pins,
                Map.of(
                    "schemas", sources::schemaReads,
                    "plans", ask::plans,
                    "model_answers", models::answers))
            .operations());
    all.addAll(new HistoryFeature(new HistorySearch(database)).operations());
    all.addAll(
        new WriteFeature(queries, database, identities::caller, Clock.systemUTC()).operations());
    RuleDrafts drafts = new RuleDrafts(rules, sources, queries);
    all.addAll(saved.operations());
    all.addAll(new ProvisionFeature(queries, identities::caller).operations());
    all.addAll(
        new AccessFeature(new AccessService(sources, queries, drafts, () -> operations().all()))
            .operations());
    all.addAll(
        new RulesFeature(rules, drafts, identities::roles, audit, Clock.systemUTC()).operations());
    operations =
        new OperationRegistry(all, caller -> rules.now().of(caller), audit, Clock.systemUTC());
    NamesInConfig.check(config, operations);
    prepared =
        new Prepared(
            List.of(catalogFeature.resources()),
            List.of(meanings.readable(), saved.readable(), jobFeature.readable()),
            catalogFeature.prompts(),
            Stream.of(catalogFeature.values(), saved.values(), jobFeature.values())
                .flatMap(List::stream)
                .toList(),
            saved.tools());
    toolSettings = config.tools();
  }

  /** For a server, which needs our own database in {@code stateFolder} at once. */
  static Product open(
      List<SourceDefinition> definitions, Config config, AuditLog audit, Path stateFolder) {
    Product product =
        new Product(definitions, config, Database.open(stateFolder), audit, stateFolder);
    product.showAdded();
    product.jobs.begin();
    product.cache.begin();
    return product;
  }

  /** Opens the sources and learns what they hold, in the background. */
  void learn() {
    catalog.learnAll();
  }

  /** Reads what is pinned, in the background, which opens its sources. */
  void pin() {
    pins.begin();
  }

  /** The same for a process that may not need our own database: it opens when first used. */
  static Product openQuickly(
      List<SourceDefinition> definitions, Config config, AuditLog audit, Path stateFolder) {
    Product product = ofThese(definitions, config, audit, stateFolder);
    product.showAdded();
    return product;
  }

  /** The same with these sources alone, whatever was added. */
  static Product ofThese(
      List<SourceDefinition> definitions, Config config, AuditLog audit, Path stateFolder) {
    return new Product(definitions, config, Database.openLater(stateFolder), audit, stateFolder);
  }

  private void showAdded() {
    sources.lookingBy(sourceFeature::look);
  }

  /** What every door serves. */
  OperationRegistry operations() {
    return operations;
  }

  /** Says who may call them. */
  Identities authenticator() {
    return identities;
  }

  /** What a file says of a source's data; of the sample data, the one that comes with them. */
  private Optional<GivenModel> meaning(Config config, String source) {
    boolean sample =
        sources.names().contains(source)
            && SampleData.isShop(sources.definition(source), stateFolder);
    return Optional.ofNullable(config.meanings().get(source))
        .or(() -> sample ? Optional.of(SampleData.meaning()) : Optional.empty());
  }

  /** What is there for models beside operations. */
  Prepared prepared() {
    return prepared;
  }

  /** Files that are kept for callers. */
  Downloads downloads() {
    return downloads;
  }

  /** Where callers' files go. */
  Uploads uploads() {
    return uploads;
  }

  /** Where calls are kept that outlast their request. */
  LastingCalls calls() {
    return calls;
  }

  /** Seals what MCP clients carry between two rounds of a request. */
  SecretKey requestStateKey() {
    return KeyFile.ofRequestStates(stateFolder);
  }

  /** How tools are shown to models. */
  ToolSettings toolSettings() {
    return toolSettings;
  }

  /** What is wrong with rules that are kept, a sentence each. */
  List<String> problems() {
    return Stream.of(sourceFeature.problems(), rules.problems()).flatMap(List::stream).toList();
  }

  private Map<String, Limits> callerLimits() {
    Map<String, Limits> limits = new HashMap<>();
    identities
        .limits()
        .forEach((caller, written) -> limits.put(caller, WrittenRules.keptLimits(caller, written)));
    return limits;
  }

  /** Whether others than who started this process may ask. */
  private boolean hasStrangers() {
    return !identities.isOpen();
  }

  @Override
  public void close() {
    pins.close();
    jobs.close();
    models.close();
    kept.close();
    queries.close();
    cache.close();
    identities.close();
    history.close();
    audit.close();
    sources.close();
  }
}
