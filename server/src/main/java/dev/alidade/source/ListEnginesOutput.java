package dev.alidade.source;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** The kinds of sources that can be added. */
public record ListEnginesOutput(List<EngineForm> engines) {
  public ListEnginesOutput {
    engines = List.copyOf(engines);
  }

  /** One kind of source and the form that adds one. */
  public record EngineForm(
      @Description("What the source says as its engine") String engine, List<Field> settings) {
    public EngineForm {
      settings = List.copyOf(settings);
    }

    static EngineForm of(EngineFactory factory) {
      return new EngineForm(factory.engine(), factory.settings().stream().map(Field::of).toList());
    }
  }

  /** One field of the form. */
  public record Field(
      String name,
      Setting.Kind kind,
      boolean required,
      @Description("Whether the value is never shown") boolean secret,
      @Description("Whether only the configuration file may give it, no caller")
          boolean configurationOnly,
      String description,
      @Description("The only values it may have, where it is a choice") List<String> choices,
      @Description("What holds where nothing is said") Optional<String> usual) {
    public Field {
      choices = List.copyOf(choices);
    }

    static Field of(Setting setting) {
      return new Field(
          setting.name(),
          setting.kind(),
          setting.required(),
          setting.secret(),
          setting.kind().isConfigurationOnly(),
          setting.description(),
          setting.choices(),
          setting.usual());
    }
  }
}
