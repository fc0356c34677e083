package dev.alidade.edge.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;

/** How clients write down a server. */
enum Dialect {
  /** No address: what runs elsewhere is added in a window. */
  PROCESSES_ONLY("", "", ""),
  /** With a `type`. */
  TYPED("stdio", "http", "url"),
  /** With a `type` and the tools that may be used. */
  WITH_TOOLS("local", "http", "url"),
  URL("", "", "url"),
  HTTP_URL("", "", "httpUrl"),
  SERVER_URL("", "", "serverUrl");

  private final String processType;
  private final String remoteType;
  private final String address;

  Dialect(String processType, String remoteType, String address) {
    this.processType = processType;
    this.remoteType = remoteType;
    this.address = address;
  }

  ObjectNode write(ServerEntry entry) {
    ObjectNode written = Json.mapper().createObjectNode();
    switch (entry) {
      case ServerEntry.Program program -> {
        putType(written, processType);
        written.put("command", program.command());
        program.arguments().forEach(written.putArray("args")::add);
        if (!program.environment().isEmpty()) {
          program.environment().forEach(written.putObject("env")::put);
        }
      }
      case ServerEntry.Remote remote -> {
        if (address.isEmpty()) {
          throw new AlidadeException(
              ErrorCode.NOT_SUPPORTED,
              ("This client takes no address in its file: open its settings, Connectors, and add %s"
                      + " there; or leave out --http, so that it starts Alidade itself")
                  .formatted(remote.url()));
        }
        putType(written, remoteType);
        written.put(address, remote.url());
      }
    }
    if (this == WITH_TOOLS) {
      written.putArray("tools").add("*");
    }
    return written;
  }

  private static void putType(ObjectNode written, String type) {
    if (!type.isEmpty()) {
      written.put("type", type);
    }
  }
}
