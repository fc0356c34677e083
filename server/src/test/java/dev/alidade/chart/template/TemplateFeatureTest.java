package dev.alidade.chart.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.Caller;
import dev.alidade.chart.Theme;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates are for all; only who saved one changes or removes it. */
class TemplateFeatureTest {
  private static final List<String> HOUSE = List.of("#0F6B64", "#f0e442");

  @TempDir private Path folder;
  private TemplateFeature feature;

  @BeforeEach
  void open() {
    feature = new TemplateFeature(Database.open(folder), Clock.systemUTC());
  }

  @Test
  void aTemplateIsKeptForAllAndSaysWhatCanHardlyBeSeen() {
    SaveTemplateOutput saved = save("ada", "house", HOUSE, Optional.empty());

    assertThat(saved.warnings())
        .singleElement()
        .asString()
        .startsWith("#f0e442 stands out from the ground #ffffff by 1.3 to 1 only");
    assertThat(listed("bob"))
        .containsExactly(
            new ChartTemplate("house", Optional.empty(), List.of("#0f6b64", "#f0e442"), "ada"));
    assertThat(save("ada", "house", HOUSE, Optional.of(Theme.DARK)).warnings())
        .singleElement()
        .asString()
        .startsWith("#0f6b64 stands out from the ground #141514");
    assertThat(listed("bob")).hasSize(1);
  }

  @Test
  void onlyItsOwnerChangesOrRemovesIt() {
    save("ada", "house", HOUSE, Optional.empty());

    assertThatThrownBy(() -> save("bob", "house", List.of("#000000"), Optional.empty()))
        .hasMessageContaining("`house` of somebody else's");
    assertThatThrownBy(() -> remove("bob", "house"))
        .hasMessageContaining("no chart template `house`");
    remove("ada", "house");
    assertThat(listed("ada")).isEmpty();
  }

  @Test
  void whatIsNoColourIsRefused() {
    assertThatThrownBy(() -> save("ada", "house", List.of("teal"), Optional.empty()))
        .hasMessageContaining("written as #rrggbb");
    assertThatThrownBy(() -> save("ada", " ", HOUSE, Optional.empty()))
        .hasMessageContaining("`name` must have 1 to 60 characters");
  }

  private SaveTemplateOutput save(
      String caller, String name, List<String> colors, Optional<Theme> theme) {
    return (SaveTemplateOutput)
        call("save_chart_template", caller, new SaveTemplateInput(name, colors, theme));
  }

  private void remove(String caller, String name) {
    call("remove_chart_template", caller, new RemoveTemplateInput(name));
  }

  private List<ChartTemplate> listed(String caller) {
    return ((ListTemplatesOutput) call("list_chart_templates", caller, new ListTemplatesInput()))
        .templates();
  }

  private Record call(String name, String caller, Record input) {
    Operation<?, ?> operation =
        feature.operations().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    return called(operation, input, caller);
  }

  private static <I extends Record> Record called(
      Operation<I, ?> operation, Record input, String caller) {
    return operation
        .handler()
        .handle(
            operation.input().cast(input), Invocation.of(new Caller(caller, Set.of(), Map.of())));
  }
}
