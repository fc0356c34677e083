package dev.alidade.engine;

import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every engine promises. An engine's test extends it, says how a database is made and opened,
 * and overrides only what it declares as a difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContractTest
    implements TypeContract,
        ParameterContract,
        ErrorContract,
        StreamContract,
        CancelContract,
        CatalogContract,
        GateContract,
        ReadOnlyContract,
        ExplainContract,
        EchoContract,
        PositionContract,
        TransactionContract,
        StatisticsContract,
        ChangeContract,
        FreshnessContract,
        PartContract,
        ProgressContract,
        ServerContract,
        AccountContract {
  private EngineProbe probe;

  /** Makes a database in an empty directory by running the statements. */
  protected abstract void create(Path directory, List<String> statements);

  /** Opens the database that was made there, as a source named {@link EngineProbe#SOURCE}. */
  protected abstract Engine open(Path directory);

  /** Runs statements of a writer on the database that was made there, while it is open. */
  protected void change(Path directory, List<String> statements) {
    create(directory, statements);
  }

  /** A theme's statement as this engine writes it, where plain SQL has other words. */
  protected String adapted(String sql) {
    return sql;
  }

  private Path directory;

  @BeforeAll
  void openContractDatabase(@TempDir Path fresh) {
    directory = fresh;
    create(directory, statements());
    probe = new EngineProbe(open(directory), this::adapted);
  }

  @AfterAll
  void closeContractDatabase() {
    if (probe != null) {
      probe.engine().close();
    }
  }

  @Override
  public EngineProbe probe() {
    return probe;
  }

  @Override
  public Engine openAnother() {
    return open(directory);
  }

  @Override
  public TypeKind kind(TypeKind declared) {
    return declared;
  }

  @Override
  public void change(String... statements) {
    change(directory, List.of(statements));
  }

  private static List<String> statements() {
    try (InputStream script =
        EngineContractTest.class.getResourceAsStream("/engine/contract.sql")) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split(";\\s*\\n"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
