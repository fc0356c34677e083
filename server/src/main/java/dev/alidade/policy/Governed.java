package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableName;
import java.util.List;

/** One statement that the engine's grammar checked and the policy allowed. */
public abstract sealed class Governed permits GovernedSql, GovernedWrite {
  private final String source;
  private final String written;
  private final String shown;
  private final String text;
  private final String recorded;
  private final List<TableName> tables;
  private final List<String> columns;
  private final List<String> policies;

  Governed(
      String source,
      String written,
      String shown,
      String text,
      String recorded,
      List<TableName> tables,
      List<String> columns,
      List<String> policies) {
    this.source = source;
    this.written = written;
    this.shown = shown;
    this.text = text;
    this.recorded = recorded;
    this.tables = List.copyOf(tables);
    this.columns = List.copyOf(columns);
    this.policies = List.copyOf(policies);
  }

  /** The source it was governed for; another source refuses it. */
  public String source() {
    return source;
  }

  /** Refuses to run on a source that it was not governed for. */
  public void checkFor(String other) {
    if (!source.equals(other)) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement was governed for `%s`, not for `%s`; govern it for this source"
              .formatted(source, other));
    }
  }

  /** The caller's own text, for messages that point into it; never executed. */
  public String written() {
    return written;
  }

  /** What runs, without what policies put in the place of tables: what a caller may be told. */
  public String shown() {
    return shown;
  }

  /** Whether policies or roles hide a part of what it reads. */
  public boolean isNarrowed() {
    return !shown.equals(text);
  }

  /** What runs, without the secret that masks hash with: what is kept and what people read. */
  public String recorded() {
    return recorded;
  }

  /** What runs. */
  public String text() {
    return text;
  }

  /** The tables it reads. */
  public List<TableName> tables() {
    return tables;
  }

  /** The columns it reads, as far as the grammar tells. */
  public List<String> columns() {
    return columns;
  }

  /** The names of the policies that were applied to it. */
  public List<String> policies() {
    return policies;
  }

  @Override
  public String toString() {
    return text;
  }
}
