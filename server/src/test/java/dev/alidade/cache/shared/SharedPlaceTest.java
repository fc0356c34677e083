package dev.alidade.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedPlaceTest {
  private static final String SQL = "SELECT 1";

  @Test
  void whateverIsOtherIsAnotherPlace() {
    List<SharedPlace> places = new ArrayList<>();
    places.add(new SharedPlace("shop", "database", SQL, Parameters.NONE, "7"));
    places.add(new SharedPlace("shop2", "database", SQL, Parameters.NONE, "7"));
    places.add(new SharedPlace("shop", "database2", SQL, Parameters.NONE, "7"));
    places.add(new SharedPlace("shopd", "atabase", SQL, Parameters.NONE, "7"));
    places.add(new SharedPlace("shop", "database", SQL + " ", Parameters.NONE, "7"));
    places.add(new SharedPlace("shop", "database", SQL, Parameters.NONE, "8"));
    // Half a surrogate is written as `?` in UTF-8.
    places.add(new SharedPlace("shop", "database", "SELECT '\ud83d'", Parameters.NONE, "7"));
    places.add(new SharedPlace("shop", "database", "SELECT '\ud83e'", Parameters.NONE, "7"));
    for (Object value :
        Arrays.asList(1L, 1.0, new BigDecimal("1"), new BigDecimal("1.0"), "1", true, null, "")) {
      places.add(with(new Parameters.Positional(Arrays.asList(value))));
      places.add(with(new Parameters.Positional(Arrays.asList(value, value))));
      places.add(with(new Parameters.Named(mapOf("a", value))));
      places.add(with(new Parameters.Named(mapOf("b", value))));
    }
    assertThat(places.stream().map(SharedPlaceTest::words)).doesNotHaveDuplicates();
  }

  @Test
  void namedValuesHaveNoOrder() {
    Map<String, Object> one = new LinkedHashMap<>(Map.of("a", 1L));
    one.put("b", 2L);
    Map<String, Object> other = new LinkedHashMap<>(Map.of("b", 2L));
    other.put("a", 1L);
    assertThat(words(with(new Parameters.Named(one))))
        .isEqualTo(words(with(new Parameters.Named(other))));
  }

  private static SharedPlace with(Parameters parameters) {
    return new SharedPlace("shop", "database", SQL, parameters, "7");
  }

  private static Map<String, Object> mapOf(String name, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    return map;
  }

  private static String words(SharedPlace place) {
    return Base64.getEncoder().encodeToString(place.bytes());
  }
}
