package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table or column that is not there: the nearest one that is, or the same of another table. */
final class NameRepair implements Repair {
  private static final int MOST = 3;

  @Override
  public List<Proposal> proposals(Site site) {
    List<Proposal> proposals = new ArrayList<>();
    Draft draft = site.draft();
    for (Draft.Use use : draft.uses()) {
      if (use.table().isEmpty()) {
        tables(draft, use, proposals);
      }
    }
    if (site.fails(ErrorCode.TABLE_NOT_FOUND) || site.fails(ErrorCode.TABLE_DENIED)) {
      return proposals;
    }
    for (int index = 0; index < draft.size(); index++) {
      if (draft.isColumn(index)) {
        columns(site, index, proposals);
      }
    }
    return proposals;
  }

  private static void tables(Draft draft, Draft.Use use, List<Proposal> proposals) {
    String wrong = draft.name(use.last());
    List<String> known = draft.visible().stream().map(table -> table.name().table()).toList();
    for (String near : Names.near(wrong, known, MOST)) {
      for (Table table : draft.visible()) {
        if (table.name().table().equals(near)) {
          boolean qualified = use.last() > use.first();
          String written =
              (qualified && table.name().schema().isPresent()
                      ? draft.written(table.name().schema().get()) + "."
                      : "")
                  + draft.written(near);
          proposals.add(
              new Proposal(
                  renamed(draft, use, written),
                  "table `%s` instead of `%s`".formatted(table.name(), wrong)));
        }
      }
    }
  }

  /** The table under its other name, there and before the dots of its columns. */
  private static String renamed(Draft draft, Draft.Use use, String written) {
    StringBuilder sql = new StringBuilder();
    String wrong = draft.name(use.last());
    int done = 0;
    for (int index = 0; index < draft.size(); index++) {
      boolean name = index == use.first();
      boolean qualifier =
          draft.word(index + 1).equals(".")
              && draft.name(index).equalsIgnoreCase(wrong)
              && (index < use.first() || index > use.last());
      if (name || qualifier) {
        sql.append(draft.sql(), done, draft.tokens().get(index).start()).append(written);
        done = draft.tokens().get(name ? use.last() : index).end();
      }
    }
    return sql.append(draft.sql().substring(done)).toString();
  }

  private static void columns(Site site, int index, List<Proposal> proposals) {
    Draft draft = site.draft();
    String wrong = draft.name(index);
    Optional<Integer> qualifier = draft.qualifier(index);
    if (qualifier.isPresent()) {
      qualified(draft, index, qualifier.get(), proposals);
      return;
    }
    if (draft.isKnown(wrong)) {
      return;
    }
    List<String> known = draft.columns().stream().map(Column::name).distinct().toList();
    for (String near : Names.near(wrong, known, MOST)) {
      proposals.add(
          new Proposal(
              draft.with(index, index, draft.written(near)),
              "column `%s` instead of `%s`".formatted(near, wrong)));
    }
  }

  private static void qualified(Draft draft, int index, int qualifier, List<Proposal> proposals) {
    String wrong = draft.name(index);
    String alias = draft.name(qualifier);
    Optional<Draft.Use> use = draft.use(alias);
    Optional<Table> table = use.flatMap(Draft.Use::table);
    if (table.flatMap(one -> one.column(wrong)).isPresent()) {
      return;
    }
    for (Draft.Use other : draft.uses()) {
      if (other.table().flatMap(one -> one.column(wrong)).isPresent()) {
        proposals.add(
            new Proposal(
                draft.with(qualifier, qualifier, draft.written(other.alias())),
                "`%s` belongs to `%s`, not to `%s`".formatted(wrong, other.alias(), alias)));
      }
    }
    List<String> known =
        table.stream().flatMap(one -> one.columns().stream()).map(Column::name).toList();
    for (String near : Names.near(wrong, known, MOST)) {
      proposals.add(
          new Proposal(
              draft.with(index, index, draft.written(near)),
              "column `%s` of `%s` instead of `%s`".formatted(near, alias, wrong)));
    }
  }
}
