package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** A column that several tables have: said of which. */
final class AmbiguityRepair implements Repair {
  @Override
  public List<Proposal> proposals(Site site) {
    List<Proposal> proposals = new ArrayList<>();
    if (!site.fails(ErrorCode.AMBIGUOUS_NAME)) {
      return proposals;
    }
    Draft draft = site.draft();
    List<String> done = new ArrayList<>();
    for (int index = 0; index < draft.size(); index++) {
      String name = draft.name(index);
      List<Draft.Use> owners =
          draft.uses().stream()
              .filter(use -> use.table().flatMap(table -> table.column(name)).isPresent())
              .toList();
      if (draft.isColumn(index)
          && draft.qualifier(index).isEmpty()
          && owners.size() > 1
          && !done.contains(name)) {
        done.add(name);
        for (Draft.Use owner : owners) {
          proposals.add(
              new Proposal(
                  everywhere(draft, name, owner.alias()),
                  "`%s` is that of `%s`".formatted(name, owner.alias())));
        }
      }
    }
    return proposals;
  }

  private static String everywhere(Draft draft, String name, String alias) {
    StringBuilder sql = new StringBuilder();
    int done = 0;
    for (int index = 0; index < draft.size(); index++) {
      if (draft.isColumn(index)
          && draft.qualifier(index).isEmpty()
          && draft.name(index).equalsIgnoreCase(name)) {
        int start = draft.tokens().get(index).start();
        sql.append(draft.sql(), done, start).append(draft.written(alias)).append('.');
        done = start;
      }
    }
    return sql.append(draft.sql().substring(done)).toString();
  }
}
