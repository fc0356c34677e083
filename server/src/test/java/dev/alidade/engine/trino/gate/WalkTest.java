package dev.alidade.engine.trino.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DataType;
import io.trino.sql.tree.GroupingSets;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IntervalQualifier;
import io.trino.sql.tree.JoinCriteria;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.ProcessingMode;
import io.trino.sql.tree.QualifiedName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walk follows Trino's own list of children: nothing that is held may be missing there. */
class WalkTest {
  private static final List<Class<? extends Node>> HOLDS_NOTHING =
      List.of(Identifier.class, DataType.class, IntervalQualifier.class, ProcessingMode.class);

  @Test
  void everyNodeThatANodeHoldsIsAmongItsChildren() throws ReflectiveOperationException {
    for (String sql : GateLists.harmless()) {
      check(new SqlParser().createStatement(sql.replaceAll(";$", "")));
    }
  }

  @Test
  void theListHoldsWhatQueriesConsistOfAndNothingElse() {
    Set<String> met =
        GateLists.harmless().stream()
            .flatMap(sql -> nodes(new SqlParser().createStatement(sql.replaceAll(";$", ""))))
            .map(node -> node.getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(met).contains("Query", "Table", "GroupingSets", "JsonTable", "Unnest", "Lateral");
    assertThat(AllowedNodes.all())
        .extracting(Class::getSimpleName)
        .doesNotContain("Insert", "Execute", "ExecuteImmediate", "FunctionSpecification")
        .doesNotContain("SessionProperty", "CurrentUser", "MethodCall", "StaticMethodCall");
  }

  private static Stream<Node> nodes(Node node) {
    return Stream.concat(Stream.of(node), node.getChildren().stream().flatMap(WalkTest::nodes));
  }

  private static void check(Node node) throws ReflectiveOperationException {
    List<Node> held = new ArrayList<>();
    for (Class<?> kind = node.getClass(); kind != Node.class; kind = kind.getSuperclass()) {
      for (Field field : kind.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          collect(field.get(node), held);
        }
      }
    }
    List<Node> children =
        node instanceof GroupingSets sets
            ? sets.getSets().stream().<Node>flatMap(List::stream).toList()
            : new ArrayList<>(node.getChildren());
    for (Node inner : held) {
      boolean harmless = HOLDS_NOTHING.stream().anyMatch(kind -> kind.isInstance(inner));
      boolean reached = reaches(children, inner);
      assertThat(harmless || reached).as("%s in %s", inner, node.getClass()).isTrue();
      check(inner);
    }
  }

  /** Some nodes leave out one in the middle and list what it holds. */
  private static boolean reaches(List<Node> children, Node inner) {
    return children.contains(inner)
        || (!inner.getChildren().isEmpty() && children.containsAll(inner.getChildren()));
  }

  private static void collect(Object value, List<Node> nodes) {
    switch (value) {
      case null -> {}
      case Node node -> nodes.add(node);
      case JoinCriteria criteria -> nodes.addAll(criteria.getNodes());
      case Optional<?> optional -> optional.ifPresent(inner -> collect(inner, nodes));
      case QualifiedName name -> nodes.addAll(name.getOriginalParts());
      case Collection<?> collection -> collection.forEach(inner -> collect(inner, nodes));
      default -> {}
    }
  }
}
