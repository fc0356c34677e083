package dev.alidade.chart.template;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.chart.Theme;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;

/** The operations on chart templates. */
public final class TemplateFeature {
  private final TemplateStore store;
  private final Clock clock;

  /** Templates kept in {@code database}. */
  public TemplateFeature(Database database, Clock clock) {
    this.store = new TemplateStore(database);
    this.clock = clock;
  }

  /** {@code list_}, {@code save_} and {@code remove_chart_template}. */
  public List<Operation<?, ?>> operations() {
    return List.of(list(), save(), remove());
  }

  private Operation<ListTemplatesInput, ListTemplatesOutput> list() {
    return Operation.named(
            "list_chart_templates", ListTemplatesInput.class, ListTemplatesOutput.class)
        .title("List chart templates")
        .description(
            "Colours for charts that somebody named for all to use: give them as style.colors and "
                + "style.theme of a chart.")
        .examples("list-chart-templates")
        .handledBy((input, invocation) -> new ListTemplatesOutput(store.all()));
  }

  private Operation<SaveTemplateInput, SaveTemplateOutput> save() {
    return Operation.named("save_chart_template", SaveTemplateInput.class, SaveTemplateOutput.class)
        .title("Save a chart template")
        .description(
            "Names colours for charts, for all to use, and says which of them can hardly be seen on "
                + "their ground.")
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples("save-chart-template house --colors '[\"#0f6b64\",\"#c2762b\"]'")
        .handledBy((input, invocation) -> save(input, invocation.caller()));
  }

  private SaveTemplateOutput save(SaveTemplateInput input, Caller caller) {
    ChartTemplate template =
        new ChartTemplate(input.name(), input.theme(), input.colors(), caller.name());
    if (!store.save(template, clock.instant())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "There is a chart template `%s` of somebody else's; choose another name"
              .formatted(template.name()));
    }
    return new SaveTemplateOutput(
        template, Contrast.warnings(template.colors(), template.theme().orElse(Theme.LIGHT)));
  }

  private Operation<RemoveTemplateInput, RemoveTemplateOutput> remove() {
    return Operation.named(
            "remove_chart_template", RemoveTemplateInput.class, RemoveTemplateOutput.class)
        .title("Remove a chart template")
        .description(
            "Removes a chart template of your own; charts that were drawn in its colours keep them.")
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("name")
        .examples("remove-chart-template house")
        .handledBy((input, invocation) -> remove(input.name(), invocation.caller()));
  }

  private RemoveTemplateOutput remove(String name, Caller caller) {
    if (!store.remove(name, caller.name())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "You have no chart template `%s`; list_chart_templates names them and who saved each"
              .formatted(name));
    }
    return new RemoveTemplateOutput(true);
  }
}
