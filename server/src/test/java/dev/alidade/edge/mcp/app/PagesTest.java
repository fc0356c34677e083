package dev.alidade.edge.mcp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.ask.AskOutput;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.NamedCalls;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Schemas;
import dev.alidade.operation.Visit;
import dev.alidade.workbench.CheckOutput;
import dev.alidade.workbench.QueryOutput;
import dev.alidade.write.ApprovalOutput;
import dev.alidade.write.ApproveOutput;
import dev.alidade.write.PreviewWriteOutput;
import dev.alidade.write.RunWriteOutput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final OperationRegistry REGISTRY =
      new OperationRegistry(
          List.of(
              Operation.named("read", Nothing.class, QueryOutput.class).handledBy((_, _) -> null),
              Operation.named("check", Nothing.class, CheckOutput.class)
                  .handledBy((_, _) -> null)));

  private final Pages pages = new Pages(slug -> Optional.of("<title>" + slug));

  /** An input without fields. */
  public record Nothing() {}

  /** Two tools, described as briefly as can be. */
  private static final class TwoTools implements ToolSource {
    @Override
    public List<ObjectNode> list(Exchange exchange) {
      return List.of(JsonRpc.object().put("name", "read"), JsonRpc.object().put("name", "check"));
    }

    @Override
    public boolean has(String name, Caller caller) {
      return name.equals("read");
    }

    @Override
    public Outcome call(String name, ObjectNode arguments, Exchange exchange) {
      return Outcome.of(JsonRpc.object().put("called", name));
    }
  }

  private static Exchange exchange(Revision revision, String... extensions) {
    ObjectNode capabilities = JsonRpc.object();
    for (String extension : extensions) {
      capabilities.withObject("/extensions").putObject(extension);
    }
    return new Exchange(
        new Visit(Caller.LOCAL, new Credential.None(Entrance.here("mcp"))),
        new Client(revision, capabilities, Optional.empty()),
        new Incoming.Request(IntNode.valueOf(1), "tools/list", JsonRpc.object()),
        Cancellation.never(),
        Channel.SILENT);
  }

  private static Optional<App> showing(Class<? extends Record> output) {
    return App.showing(Schemas.of(output));
  }

  @Test
  void theShapeOfAResultSaysWhichPageShowsIt() {
    assertThat(showing(QueryOutput.class)).hasValue(App.TABLE);
    assertThat(showing(AskOutput.class)).hasValue(App.CHART);
    assertThat(showing(RunWriteOutput.class)).hasValue(App.APPROVAL);
    assertThat(showing(ApprovalOutput.class)).hasValue(App.APPROVAL);
    assertThat(showing(ApproveOutput.class)).hasValue(App.APPROVAL);
    assertThat(showing(CheckOutput.class)).isEmpty();
    assertThat(showing(PreviewWriteOutput.class)).isEmpty();
  }

  @Test
  void onlyAClientThatShowsPagesIsToldOfThem() {
    ToolSource tools = new ShownTools(new TwoTools(), REGISTRY, NamedCalls.NONE, pages);

    List<ObjectNode> shown =
        tools.list(exchange(Revision.R2025_11_25, "io.modelcontextprotocol/ui"));
    assertThat(shown.get(0).at("/_meta/ui/resourceUri").asText()).isEqualTo("ui://alidade/table");
    assertThat(shown.get(1).has("_meta")).isFalse();
    assertThat(tools.list(exchange(Revision.R2025_11_25)))
        .allSatisfy(tool -> assertThat(tool.has("_meta")).isFalse());
    assertThat(tools.has("read", Caller.LOCAL)).isTrue();
    assertThat(tools.call("read", JsonRpc.object(), exchange(Revision.R2025_11_25)))
        .isEqualTo(Outcome.of(JsonRpc.object().put("called", "read")));
  }

  @Test
  void aPageThatWasNotBuiltIsNotNamed() {
    Pages none = new Pages(slug -> Optional.empty());

    assertThat(none.serves("ui://alidade/table")).isFalse();
    assertThat(
            new ShownTools(new TwoTools(), REGISTRY, NamedCalls.NONE, none)
                .list(exchange(Revision.R2025_11_25, "io.modelcontextprotocol/ui")))
        .allSatisfy(tool -> assertThat(tool.has("_meta")).isFalse());
  }

  @Test
  void aPageIsReadWithWhatItNeedsOfItsHost() {
    JsonNode result = read(Revision.R2025_11_25);
    JsonNode content = result.at("/contents/0");

    assertThat(content.get("uri").asText()).isEqualTo("ui://alidade/approval");
    assertThat(content.get("mimeType").asText()).isEqualTo("text/html;profile=mcp-app");
    assertThat(content.get("text").asText()).isEqualTo("<title>approval");
    assertThat(content.at("/_meta/ui/prefersBorder").asBoolean()).isTrue();
    assertThat(content.at("/_meta/ui/csp").properties())
        .hasSize(4)
        .allSatisfy(each -> assertThat(each.getValue()).isEmpty());
    assertThat(result.has("ttlMs")).isFalse();
    assertThat(read(Revision.R2026_07_28).get("cacheScope").asText()).isEqualTo("public");
    assertThat(pages.serves("ui://alidade/approvals")).isFalse();
    assertThat(pages.serves("https://alidade/approval")).isFalse();
  }

  private JsonNode read(Revision revision) {
    Outcome outcome = pages.read("ui://alidade/approval", exchange(revision));
    return ((Outcome.Complete) outcome).result();
  }
}
