package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies to one statement what its caller may not see. */
final class Narrowing {
  private final Access access;
  private final Target target;

  Narrowing(Access access, Target target) {
    this.access = access;
    this.target = target;
  }

  Verdict apply(Inspection inspection, String sql) {
    if (!inspection.isAllowed()) {
      return Governor.refused(withoutHints(inspection));
    }
    List<Reason> reasons = new ArrayList<>();
    List<TableShape> shapes = new ArrayList<>();
    for (TableName table : inspection.tables()) {
      Optional<TableShape> shape = target.shape(table);
      Decision decision = decide(table, shape);
      if (!decision.allowed()) {
        reasons.add(hidden(table, decision));
      }
      shape.ifPresent(shapes::add);
    }
    if (!reasons.isEmpty()) {
      return Governor.refused(refusal(inspection, reasons));
    }
    boolean fence = !Harmless.isHarmless(sql, target.dialect().lexicalRules(), inspection, shapes);
    try {
      List<TableView> views = new ArrayList<>();
      List<String> policies = new ArrayList<>();
      for (TableShape shape : shapes) {
        access
            .viewOf(target.source(), shape, target.homeSchema(), target.dialect(), fence)
            .ifPresent(views::add);
        access.policiesOn(target.source(), shape.name(), target.homeSchema()).stream()
            .map(TablePolicy::name)
            .forEach(policies::add);
      }
      Inspection narrowed = views.isEmpty() ? inspection : target.gate().inspect(sql, views);
      return Governor.verdict(
          access,
          target.source(),
          sql,
          inspection,
          narrowed.isAllowed() ? narrowed : withoutHints(narrowed),
          policies);
    } catch (AlidadeException failure) {
      return Governor.refused(
          refusal(
              inspection,
              List.of(new Reason(failure.code(), failure.getMessage(), Optional.empty()))));
    }
  }

  private Decision decide(TableName table, Optional<TableShape> shape) {
    if (shape.isEmpty()) {
      return Decision.deny("`%s` is not in the catalog".formatted(table));
    }
    return shape.get().isView()
        ? access.view(target.source(), table, target.homeSchema())
        : access.table(target.source(), table, target.homeSchema());
  }

  private static Reason hidden(TableName table, Decision decision) {
    return Reason.of(
        ErrorCode.TABLE_DENIED, "You may not read `%s`: %s".formatted(table, decision.rule()));
  }

  /** What a gate proposes instead of a wrong name may be the name of something hidden. */
  private static Inspection withoutHints(Inspection inspection) {
    return refusal(inspection, inspection.reasons().stream().map(Narrowing::withoutHint).toList());
  }

  private static Reason withoutHint(Reason reason) {
    return switch (reason.code()) {
      case TABLE_NOT_FOUND ->
          new Reason(
              reason.code(),
              "There is no such table; ask `describe_source` for those that you may read",
              reason.location());
      case COLUMN_NOT_FOUND ->
          new Reason(
              reason.code(),
              "There is no such column; ask `describe_source` for those that you may read",
              reason.location());
      default -> reason;
    };
  }

  private static Inspection refusal(Inspection inspection, List<Reason> reasons) {
    return new Inspection(
        inspection.effect(),
        Optional.empty(),
        List.of(),
        List.of(),
        inspection.functions(),
        reasons);
  }
}
