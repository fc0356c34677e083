package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what an account of the database is to see, so that it sees what its caller sees here. */
final class Accounts {
  // The text of a view can be read by every account of the database, so no secret may stand in it.
  private final String hashWord = RandomId.next("key");
  private final Access access;
  private final Target target;

  Accounts(Access access, Target target) {
    this.access = access.hashingWith(hashWord);
    this.target = target;
  }

  GovernedAccount account(String name, List<TableName> tables) {
    access
        .restraint(Restraint.APPROVED_QUERIES_ONLY)
        .ifPresent(
            rule -> {
              throw new AlidadeException(
                  ErrorCode.NOT_SUPPORTED,
                  "No database can hold an account to approved queries, which %s asks for; let it in through Alidade only"
                      .formatted(rule));
            });
    List<GovernedAccount.Seen> seen = new ArrayList<>();
    for (TableName table : tables) {
      target.shape(table).filter(this::isVisible).map(this::seen).ifPresent(seen::add);
    }
    return new GovernedAccount(target.source(), name, hashWord, seen);
  }

  private boolean isVisible(TableShape shape) {
    Decision decision =
        shape.isView()
            ? access.view(target.source(), shape.name(), target.homeSchema())
            : access.table(target.source(), shape.name(), target.homeSchema());
    return decision.allowed() && shape.columns().stream().anyMatch(column -> sees(shape, column));
  }

  private boolean sees(TableShape shape, TableShape.Column column) {
    return access.seesColumn(target.source(), shape.name(), column.name(), target.homeSchema());
  }

  private GovernedAccount.Seen seen(TableShape shape) {
    List<String> columns =
        shape.columns().stream()
            .filter(column -> sees(shape, column))
            .map(TableShape.Column::name)
            .toList();
    Optional<TableView> narrowed =
        access.viewOf(target.source(), shape, target.homeSchema(), target.dialect(), false);
    return new GovernedAccount.Seen(
        shape.name(), columns, narrowed.map(TableView::query).orElseGet(() -> whole(shape)));
  }

  private String whole(TableShape shape) {
    return "SELECT %s FROM %s"
        .formatted(
            shape.columns().stream()
                .map(column -> target.dialect().quote(column.name()))
                .collect(Collectors.joining(", ")),
            target.dialect().quote(shape.name()));
  }
}
