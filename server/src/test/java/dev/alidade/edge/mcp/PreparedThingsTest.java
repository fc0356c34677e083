package dev.alidade.edge.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.tool.SampleExchanges;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.ReadableOperation;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceTemplate;
import dev.alidade.operation.ValueList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Resources and values that operations give: to each caller what these give to them. */
class PreparedThingsTest {
  private static final Caller STRANGE =
      new Caller("wendy", Set.of("stranger"), java.util.Map.of(), "mcp");

  record Nothing() {}

  record Shelf(String shelf) {}

  record Books(List<String> books) {}

  private final OperationRegistry registry =
      new OperationRegistry(
          List.of(
              Operation.named("list_books", Nothing.class, Books.class)
                  .title("List")
                  .description("Lists.")
                  .handledBy(
                      (input, invocation) ->
                          new Books(
                              invocation.caller().equals(STRANGE)
                                  ? List.of()
                                  : List.of("Emma", "The Emperor", "Dune"))),
              Operation.named("read_shelf", Shelf.class, Books.class)
                  .title("Read")
                  .description("Reads.")
                  .handledBy(
                      (input, invocation) -> {
                        if (invocation.caller().equals(STRANGE)) {
                          throw new AlidadeException(ErrorCode.PERMISSION_DENIED, "Not yours");
                        }
                        return new Books(List.of("on " + input.shelf()));
                      })));
  private final OperationResources resources =
      new OperationResources(
          registry,
          List.of(
              new ReadableOperation(
                  new ResourceTemplate(
                      "books://{shelf}", "shelf", "Shelf", "Books of a shelf", "application/json"),
                  "read_shelf",
                  Json::text,
                  Optional.of(
                      new ReadableOperation.Listing(
                          "list_books",
                          output ->
                              ((Books) output)
                                  .books().stream()
                                      .map(
                                          book ->
                                              new Resource(
                                                  "books://" + book,
                                                  book,
                                                  book,
                                                  book,
                                                  "text/plain"))
                                      .toList())))));
  private final Values values =
      new Values(
          registry,
          List.of(
              ValueList.of("book", "list_books", List.of(), Books.class, Books::books),
              ValueList.of("place", "read_shelf", List.of("shelf"), Books.class, Books::books)));

  private List<String> complete(String argument, String written, String shelf, Caller caller) {
    ObjectNode others = JsonRpc.object();
    if (!shelf.isEmpty()) {
      others.put("shelf", shelf);
    }
    return values.complete(
        JsonRpc.object(),
        argument,
        written,
        others,
        SampleExchanges.of(caller, "completion/complete"));
  }

  private JsonNode read(String uri, Caller caller) {
    Outcome outcome = resources.read(uri, SampleExchanges.of(caller, "resources/read"));
    return ((Outcome.Complete) outcome).result().at("/contents/0");
  }

  @Test
  void listsAndReadsWhatOperationsGive() {
    assertThat(resources.list(SampleExchanges.of(Caller.LOCAL, "resources/list")))
        .extracting(each -> each.get("uri").asText())
        .containsExactly("books://Emma", "books://The Emperor", "books://Dune");
    assertThat(resources.templates().getFirst().get("uriTemplate").asText())
        .isEqualTo("books://{shelf}");
    assertThat(resources.serves("books://a/b")).isFalse();
    assertThat(read("books://the%20top", Caller.LOCAL).get("text").asText())
        .isEqualTo("{\"books\":[\"on the top\"]}");
  }

  @Test
  void whatACallerMayNotReadIsNotThere() {
    assertThat(resources.list(SampleExchanges.of(STRANGE, "resources/list"))).isEmpty();
    assertThatThrownBy(() -> read("books://top", STRANGE))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND));
  }

  @Test
  void completesWithWhatBeginsSoFirst() {
    assertThat(complete("book", "em", "", Caller.LOCAL)).containsExactly("Emma", "The Emperor");
    assertThat(complete("book", "", "", Caller.LOCAL)).hasSize(3);
    assertThat(complete("place", "", "top", Caller.LOCAL)).containsExactly("on top");
    assertThat(complete("place", "", "", Caller.LOCAL)).isEmpty();
    assertThat(complete("author", "", "", Caller.LOCAL)).isEmpty();
    assertThat(complete("book", "", "", STRANGE)).isEmpty();
    assertThat(complete("place", "", "top", STRANGE)).isEmpty();
  }
}
