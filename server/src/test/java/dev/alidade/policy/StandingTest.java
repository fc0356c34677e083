package dev.alidade.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.Caller;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Caller WENDY =
      new Caller("wendy", Set.of("analyst"), Map.of("region", "west"));
  private static final Role ANALYST = role("analyst", "crm", "customers", "orders");
  private static final TablePolicy WEST =
      new TablePolicy(
          "west",
          "crm",
          "customers",
          Set.of("analyst"),
          Optional.of(new RowFilter("region = {caller.region}")),
          Map.of("email", new Mask.Redact()));

  private final AtomicReference<AccessRules> rules =
      new AtomicReference<>(rules(List.of(ANALYST), List.of(WEST)));

  @Test
  void theSameRulesReadAgainAreTheSame() {
    Standing standing = new Governor(rules::get).standing(WENDY, "crm");

    rules.set(rules(List.of(role("analyst", "crm", "orders", "customers")), List.of(WEST)));

    assertThatCode(standing::check).doesNotThrowAnyException();
    assertThat(standing.holdsFor(WENDY)).isTrue();
  }

  @Test
  void whatOthersMayIsNoChange() {
    Standing standing = new Governor(rules::get).standing(WENDY, "crm");

    rules.set(rules(List.of(ANALYST, role("intern", "crm", "orders")), List.of(WEST)));

    assertThatCode(standing::check).doesNotThrowAnyException();
  }

  @Test
  void lessAndMoreAreChanges() {
    for (AccessRules other :
        List.of(
            rules(List.of(role("analyst", "crm", "orders")), List.of(WEST)),
            rules(List.of(role("analyst", "hr", "customers", "orders")), List.of(WEST)),
            rules(List.of(ANALYST), List.of()),
            rules(List.of(), List.of(WEST)),
            AccessRules.OPEN)) {
      rules.set(rules(List.of(ANALYST), List.of(WEST)));
      Standing standing = new Governor(rules::get).standing(WENDY, "crm");

      rules.set(other);

      assertThatThrownBy(standing::check).hasMessageContaining("`crm` has changed");
    }
  }

  @Test
  void aCallerWhoIsAnotherByNowSeesSomethingElse() {
    Standing standing = new Governor(rules::get).standing(WENDY, "crm");

    assertThat(standing.holdsFor(new Caller("wendy", Set.of("analyst"), Map.of("region", "east"))))
        .isFalse();
    assertThat(standing.holdsFor(new Caller("wendy", Set.of(), WENDY.attributes()))).isFalse();
  }

  @Test
  void aPolicyOfAnotherSourceIsNoChange() {
    Standing standing = new Governor(rules::get).standing(WENDY, "crm");
    TablePolicy elsewhere =
        new TablePolicy(
            "hr", "hr", "staff", Set.of(), Optional.empty(), Map.of("pay", new Mask.Null()));

    rules.set(rules(List.of(ANALYST), List.of(WEST, elsewhere)));

    assertThatCode(standing::check).doesNotThrowAnyException();
  }

  @Test
  void whoHasARoleThatCannotBeReadMayDoNothing() {
    Unread unread = new Unread(Map.of("analyst", "role `analyst` cannot be read"), Map.of());
    AccessRules broken = new AccessRules(List.of(), List.of(), "", Map.of(), unread);
    Caller both = new Caller("wendy", Set.of("analyst", "intern"), Map.of());

    assertThat(broken.hasRoles()).isTrue();
    assertThat(broken.of(both).operation("query", Right.READ).rule()).contains("cannot be read");
    assertThat(broken.of(both).source("crm").allowed()).isFalse();
    assertThat(broken.of(both).seesColumn("crm", TableName.of("t"), "c", "main")).isFalse();
    assertThat(broken.of(new Caller("bo", Set.of(), Map.of())).source("crm").allowed()).isFalse();
    assertThat(broken.of(new Caller("ada", Set.of("admin"), Map.of())).source("crm").allowed())
        .isTrue();
  }

  @Test
  void aPolicyThatCannotBeReadClosesItsSource() {
    Unread unread = new Unread(Map.of(), Map.of("crm", "policy `west` cannot be read"));
    AccessRules broken = new AccessRules(List.of(), List.of(), "", Map.of(), unread);

    assertThat(broken.of(WENDY).source("crm").rule()).contains("policy `west`");
    assertThat(broken.of(WENDY).isUnrestricted()).isFalse();
    assertThat(broken.of(WENDY).source("hr").allowed()).isTrue();
    assertThat(broken.of(Caller.LOCAL).source("crm").allowed()).isTrue();
  }

  private static AccessRules rules(List<Role> roles, List<TablePolicy> policies) {
    return new AccessRules(roles, policies, "");
  }

  private static Role role(String name, String source, String... tables) {
    return new Role(
        name,
        Set.of(Right.READ),
        Optional.empty(),
        Optional.of(Set.of(source)),
        Optional.of(Set.of(tables)),
        Map.of(),
        Denials.NONE);
  }
}
