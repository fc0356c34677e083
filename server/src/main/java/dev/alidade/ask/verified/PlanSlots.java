package dev.alidade.ask.verified;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts other values into an approved plan; each must have exactly one place there. */
final class PlanSlots {
  private final Wording wording;
  private final Plan plan;
  private final List<Place> places = new ArrayList<>();

  private PlanSlots(Wording wording, Plan plan) {
    this.wording = wording;
    this.plan = plan;
    PlanExchange.of(plan, new Walk(true, place -> Optional.empty()));
  }

  /**
   * The plan with the new values; none where it is not certain which constant a value stands for.
   *
   * @param wording the approved question
   */
  static Optional<Plan> filled(Plan plan, Wording wording, List<Slot> slots) {
    return new PlanSlots(wording, plan).filled(slots);
  }

  /** A constant of the plan. */
  private sealed interface Place {
    record Amount(BigDecimal value) implements Place {}

    record Text(Optional<TableName> table, String column, String value) implements Place {}

    record Stretch(Period period) implements Place {}
  }

  private Optional<Plan> filled(List<Slot> slots) {
    Map<Integer, Mention> filled = new HashMap<>();
    for (Slot slot : slots) {
      if (slot.isSame()) {
        continue;
      }
      Optional<Map.Entry<Integer, Mention>> place = place(slot);
      if (place.isEmpty()
          || isNamed(slot)
          || filled.put(place.get().getKey(), place.get().getValue()) != null) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          PlanExchange.of(plan, new Walk(false, at -> Optional.ofNullable(filled.get(at)))));
    } catch (ArithmeticException noWholeNumber) {
      return Optional.empty();
    }
  }

  private Optional<Map.Entry<Integer, Mention>> place(Slot slot) {
    for (Slot.Reading reading : slot.readings()) {
      List<Integer> fitting = new ArrayList<>();
      for (int at = 0; at < places.size(); at++) {
        if (holds(places.get(at), reading.before())) {
          fitting.add(at);
        }
      }
      if (fitting.size() == 1 && !wording.saysElsewhere(reading.before())) {
        return Optional.of(Map.entry(fitting.getFirst(), reading.after()));
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Place place, Mention value) {
    return switch (place) {
      case Place.Amount amount ->
          number(value).map(said -> said.compareTo(amount.value()) == 0).orElse(false);
      case Place.Stretch stretch ->
          value instanceof Mention.OfPeriod said && said.period().equals(stretch.period());
      case Place.Text text ->
          (value instanceof Mention.OfText said && said.text().equalsIgnoreCase(text.value()))
              || (value instanceof Mention.OfValue stored
                  && stored.value().equals(text.value())
                  && text.table().equals(Optional.of(stored.table()))
                  && text.column().equals(stored.column().name()));
    };
  }

  /** Years may be kept as numbers. */
  private static Optional<BigDecimal> number(Mention value) {
    return value instanceof Mention.OfNumber said
        ? Optional.of(said.value())
        : Slot.year(value).map(BigDecimal::valueOf);
  }

  /** A column that is called by the old value would say what is not so. */
  private boolean isNamed(Slot slot) {
    return slot.readings().stream()
        .map(Slot.Reading::before)
        .flatMap(value -> namesOf(value, wording.written(slot.before())))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name -> labels(plan).anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(name)));
  }

  private static Stream<String> namesOf(Mention value, String written) {
    Stream<String> digits = Stream.of(written.split("\\D+", -1)).filter(part -> !part.isEmpty());
    return value instanceof Mention.OfValue stored
        ? Stream.of(written, stored.value())
        : Stream.concat(Stream.of(written), digits);
  }

  private static Stream<String> labels(Plan plan) {
    return switch (plan) {
      case SelectPlan select -> select.outputs().stream().map(Output::label);
      case SetPlan set -> Stream.concat(labels(set.left()), labels(set.right()));
      case DrillAcrossPlan across -> across.outputs().stream().map(Output::label);
    };
  }

  private static String said(Mention quoted) {
    return ((Mention.OfText) quoted).text();
  }

  private interface Filling {
    Optional<Mention> at(int place);
  }

  /** Meets every constant in turn; the first walk only writes them down. */
  private final class Walk implements Exchange {
    private final Filling filling;
    private final boolean first;
    private int next;

    Walk(boolean first, Filling filling) {
      this.first = first;
      this.filling = filling;
    }

    @Override
    public BigDecimal number(BigDecimal value) {
      return met(new Place.Amount(value)).flatMap(PlanSlots::number).orElse(value);
    }

    @Override
    public String text(Optional<TableName> table, String column, String value) {
      return met(new Place.Text(table, column, value))
          .map(given -> given instanceof Mention.OfValue stored ? stored.value() : said(given))
          .orElse(value);
    }

    @Override
    public Period period(Period period) {
      return met(new Place.Stretch(period))
          .map(given -> ((Mention.OfPeriod) given).period())
          .orElse(period);
    }

    @Override
    public Words words(Words words) {
      return words;
    }

    private Optional<Mention> met(Place place) {
      if (first) {
        places.add(place);
      }
      return filling.at(next++);
    }
  }
}
