package dev.alidade.engine;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.GovernedAccount;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One open source. Thread-safe; callers may be virtual threads. */
public interface Engine extends AutoCloseable {
  /** What this engine can do beyond the contract. */
  Set<Capability> capabilities();

  /** How this engine writes SQL. */
  Dialect dialect();

  /** This engine's own grammar as a judge of statements. */
  Gate gate();

  /** The schema in which a table without one is looked for. */
  default String homeSchema() {
    return "main";
  }

  /** Tables, columns, keys and comments as they are now. */
  CatalogSnapshot readCatalog();

  /**
   * Runs a governed statement, read-only by the engine's own means too.
   *
   * @throws dev.alidade.base.AlidadeException with a code that says whether the statement
   *     (COLUMN_NOT_FOUND, TYPE_MISMATCH, DATA_ERROR ...), a limit (QUERY_CANCELLED, OUT_OF_MEMORY)
   *     or the source (SOURCE_UNAVAILABLE, ENGINE_FAILED) is the cause
   */
  ResultStream execute(ExecutionRequest request);

  /** How the engine would run the statement, as a tree; parameters are bound as for execution. */
  PlanNode explain(ExecutionRequest request);

  /**
   * Runs the statement, drops its rows and tells how many each step of the plan had and how long it
   * took; engines with MEASURED_PLANS can.
   */
  default PlanNode measure(ExecutionRequest request) {
    throw new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        "Source `%s` does not measure its plans; leave `measure` out to see the plan alone"
            .formatted(request.sql().source()));
  }

  /**
   * A word that changes whenever the data or its tables may have changed, where the engine can tell
   * without reading them.
   */
  default Optional<String> version() {
    return Optional.empty();
  }

  /**
   * A word that changes whenever tables, columns, keys or comments may have changed, much cheaper
   * than reading them; engines with CATALOG_VERSION have one.
   */
  default Optional<String> catalogVersion() {
    return Optional.empty();
  }

  /** Whether a statement would give the same rows again, for those who keep results. */
  default Freshness freshness(GovernedSql sql, Parameters parameters) {
    return new Freshness.Unknown(
        "Source `%s` does not tell when its data change".formatted(sql.source()));
  }

  /**
   * What is surely known of its results, for those who keep them; empty where no part of one may be
   * taken for another.
   */
  default Optional<ResultRules> resultRules() {
    return Optional.empty();
  }

  /**
   * Which database of which server it reads, as whom and in which settings: words that are the same
   * for every instance that is given the same rows, and of no other database. None where that is
   * for this machine alone to tell.
   */
  default Optional<String> identity() {
    return Optional.empty();
  }

  /** What the engine keeps about a table's contents; engines with STATISTICS can tell. */
  default TableStatistics statistics(TableName table) {
    throw new AlidadeException(
        ErrorCode.NOT_SUPPORTED, "This engine keeps no statistics of its tables; count instead");
  }

  /** Starts a transaction that only reads; engines with TRANSACTIONS have them. */
  default Transaction begin(Cancellation cancellation) {
    throw new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        "This engine has no transactions that read one snapshot; run the statements one by one");
  }

  /**
   * Runs a governed write in a transaction of its own; engines with WRITES can. It stays only if
   * the request says so when it hears how many rows were touched.
   */
  default WriteResult write(WriteRequest request) {
    throw new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        "Source `%s` is only read; where its engine can write, `writable: true` in its configuration allows it"
            .formatted(request.sql().source()));
  }

  /**
   * The statements that make an account of the database, or make it anew, for which the database
   * itself shows only what the account is to see; engines with PROVISIONING have them.
   */
  default List<String> accountStatements(GovernedAccount account) {
    throw withoutAccounts(account);
  }

  /**
   * Runs those statements in one transaction, tries as the account what it sees and that all else
   * is refused, and keeps it if the request then says so.
   *
   * @return whether it was kept
   */
  default boolean provision(AccountRequest request) {
    throw withoutAccounts(request.account());
  }

  private static AlidadeException withoutAccounts(GovernedAccount account) {
    return new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        "No accounts can be made in source `%s`; let its callers in through Alidade only"
            .formatted(account.source()));
  }

  /** Asks the source who it is, which proves that it answers. */
  ServerInfo server();

  /** The connections that are kept to it, one pool a host; none for an engine in this process. */
  default List<PoolState> pools() {
    return List.of();
  }

  @Override
  void close();
}
