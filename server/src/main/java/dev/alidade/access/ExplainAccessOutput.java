package dev.alidade.access;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is allowed, and by which rule. */
public record ExplainAccessOutput(
    @Description("The caller that this is about") String caller,
    List<String> roles,
    List<Explained> operations,
    Optional<Explained> source,
    List<TableAccess> tables,
    @Description("How much may be used; what is not listed is not limited")
        List<ExplainedLimit> limits,
    @Description("What roles bind the caller to, whatever other roles grant")
        List<ExplainedRestraint> restraints) {
  public ExplainAccessOutput {
    Objects.requireNonNull(caller, "caller");
    roles = List.copyOf(roles);
    operations = List.copyOf(operations);
    Objects.requireNonNull(source, "source");
    tables = List.copyOf(tables);
    limits = List.copyOf(limits);
    restraints = List.copyOf(restraints);
  }

  /** One decision. */
  public record Explained(
      String name, boolean allowed, @Description("The rule that decides") String rule) {
    public Explained {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(rule, "rule");
    }
  }

  /** What may be seen of one table. */
  public record TableAccess(
      Explained table,
      @Description("Conditions on the rows that may be seen, by policy") Map<String, String> rows,
      @Description("What is shown in place of a column's values, by column")
          Map<String, String> masks,
      @Description("Columns that may not be seen at all; told to administrators only")
          List<String> hidden) {
    public TableAccess {
      Objects.requireNonNull(table, "table");
      rows = Map.copyOf(rows);
      masks = Map.copyOf(masks);
      hidden = List.copyOf(hidden);
    }
  }
}
