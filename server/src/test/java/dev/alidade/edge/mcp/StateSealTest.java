package dev.alidade.edge.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StateSealTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
  private static final ObjectNode STATE = JsonRpc.object().put("step", 1);

  private static StateSeal at(Duration later) {
    return new StateSeal(
        new javax.crypto.spec.SecretKeySpec(new byte[32], StateSeal.ALGORITHM),
        Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
  }

  private static Exchange exchange() {
    ObjectNode params = JsonRpc.object().put("name", "ask");
    params.putObject("arguments").put("b", 1).put("a", 2);
    return new Exchange(
        new Visit(Caller.LOCAL, new Credential.None(Entrance.here("mcp"))),
        Client.of(Revision.R2026_07_28),
        new Incoming.Request(IntNode.valueOf(1), "tools/call", params),
        Cancellation.never(),
        Channel.SILENT);
  }

  @Test
  void opensWhatItSealedWhileThatLasts() {
    String sealed = at(Duration.ZERO).seal(STATE, exchange());

    assertThat(at(Duration.ofMinutes(14)).open(sealed, exchange())).isEqualTo(STATE);
    assertThatThrownBy(() -> at(Duration.ofMinutes(16)).open(sealed, exchange()))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void theOrderOfFieldsIsNoOtherRequest() {
    StateSeal seal = at(Duration.ZERO);
    Exchange turned = exchange();
    ObjectNode arguments = (ObjectNode) turned.params().get("arguments");
    arguments.removeAll();
    arguments.put("a", 2).put("b", 1);

    assertThat(seal.open(seal.seal(STATE, exchange()), turned)).isEqualTo(STATE);
  }

  @Test
  void anotherKeyOpensNothing() {
    byte[] other = new byte[32];
    other[0] = 1;
    String sealed =
        new StateSeal(
                new javax.crypto.spec.SecretKeySpec(other, StateSeal.ALGORITHM), Clock.systemUTC())
            .seal(STATE, exchange());

    assertThatThrownBy(() -> at(Duration.ZERO).open(sealed, exchange()))
        .isInstanceOf(ProtocolException.class);
  }
}
