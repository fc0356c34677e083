package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

record WhoAmIOutput(
    String name,
    List<String> roles,
    Map<String, String> attributes,
    @Description("Through which door you came") String door,
    Method method,
    @Description("Whether everybody on this machine is let in, because there are no callers yet")
        boolean open) {
  /** How a caller is known. */
  enum Method {
    /** The server is open, or the process is the caller's own. */
    NOTHING,
    SESSION,
    API_KEY,
    /** A token of an issuer that is trusted. */
    TOKEN
  }

  WhoAmIOutput {
    roles = List.copyOf(roles);
    attributes = new TreeMap<>(attributes);
  }
}
