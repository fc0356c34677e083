package dev.alidade.bench.part;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.McpServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a model reads of a server before its first call. */
final class ListedTools {
  private ListedTools() {}

  static List<Line> lines(List<McpServer> servers) throws IOException {
    Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    Line ours =
        Line.of(
            PointsPart.NAME,
            "tools/list",
            Unit.TOKENS,
            encoding.countTokensOrdinary(servers.getFirst().tools()));
    if (servers.size() == 1) {
      return List.of(ours);
    }
    List<Line> lines = new ArrayList<>();
    for (McpServer peer : servers.subList(1, servers.size())) {
      lines.add(ours.beside(peer.name(), encoding.countTokensOrdinary(peer.tools())));
    }
    return lines;
  }
}
