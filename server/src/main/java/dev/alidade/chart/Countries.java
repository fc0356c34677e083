package dev.alidade.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes and names of countries, as far as Java knows them. */
final class Countries {
  // In the fine outlines of the world, and too small for the coarse ones.
  private static final Set<String> SMALL =
      Set.of(
          ("ABW AIA AND ASM ATG BHR BMU MAF BRB CCK COK CUW CXR CYM FRO FSM GIB GRD HKG HMD KIR KNA MCO "
                  + "LCA LIE MAC MDV MHL MLT MNP BLM BVT GGY IMN JEY MSR MYT NIU NRU PCN PLW SGP TUV SPM "
                  + "SXM SYC TCA TKL TON VCT VGB VIR NFK BES SHN")
              .split(" ", -1));
  private static final Map<String, String> BY_CODE = new HashMap<>();
  private static final Map<String, String> BY_NAME = new HashMap<>();

  static {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      BY_CODE.put(code, country.getISO3Country());
      BY_NAME.put(
          country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT),
          country.getISO3Country());
    }
  }

  private Countries() {}

  /** The three letters for two; empty where a text is no such code. */
  static Optional<String> ofTwoLetters(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Whether any of these countries, by three letters or by name, needs the fine outlines. */
  static boolean anySmall(List<String> places) {
    return places.stream()
        .map(place -> BY_NAME.getOrDefault(place.toLowerCase(Locale.ROOT), place))
        .anyMatch(SMALL::contains);
  }
}
