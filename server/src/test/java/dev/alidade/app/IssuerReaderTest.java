package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.Scope;
import dev.alidade.identity.issuer.TrustedIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerReaderTest {
  @TempDir Path folder;

  @Test
  void readsIssuers() throws IOException {
    Config config =
        read(
            """
            server: { public-url: "https://Data.Example/" }
            roles:
              - { name: viewer }
              - { name: analyst }
            issuers:
              - name: acme
                issuer: https://login.example/realms/acme
                jwks-uri: https://login.example/keys
                audience: [api://alidade, https://data.example/mcp]
                name-claim: email
                attributes: { region: "address.region" }
                roles: viewer
                roles-claim: groups
                roles-map: { data-team: [analyst], data-admins: admin }
                default-scopes: [alidade:read, alidade:write]
              - { name: ci, issuer: "http://localhost:8080" }
            """);

    assertThat(config.server().publicUrl()).contains(URI.create("https://data.example"));
    TrustedIssuer acme = config.issuers().getFirst();
    assertThat(acme.name()).isEqualTo("acme");
    assertThat(acme.issuer()).isEqualTo("https://login.example/realms/acme");
    assertThat(acme.jwksUri()).contains(URI.create("https://login.example/keys"));
    assertThat(acme.audiences()).isEqualTo(Set.of("api://alidade", "https://data.example/mcp"));
    assertThat(acme.nameClaim()).isEqualTo("email");
    assertThat(acme.attributes()).isEqualTo(Map.of("region", "address.region"));
    assertThat(acme.roles()).isEqualTo(Set.of("viewer"));
    assertThat(acme.rolesClaim()).contains("groups");
    assertThat(acme.rolesOf())
        .isEqualTo(Map.of("data-team", Set.of("analyst"), "data-admins", Set.of("admin")));
    assertThat(acme.defaultScope()).isEqualTo(Scope.WRITE);
    TrustedIssuer ci = config.issuers().getLast();
    assertThat(ci.nameClaim()).isEqualTo("sub");
    assertThat(ci.defaultScope()).isEqualTo(Scope.NONE);
    assertThat(ci.audiences()).isEmpty();
    assertThat(config.servedAt(URI.create("https://data.example")).issuers())
        .extracting(TrustedIssuer::audiences)
        .containsExactly(
            acme.audiences(),
            Set.of("https://data.example", "https://data.example/", "https://data.example/mcp"));
  }

  @Test
  void saysEveryErrorAtOnceWithItsLine() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    server: { public-url: "http://data.example" }
                    roles: [{ name: viewer }]
                    issuers:
                      - { issuer: "https://a.example" }
                      - { name: "A B", issuer: "https://b.example" }
                      - { name: one, issuer: "http://c.example" }
                      - { name: one, issuer: "https://d.example", rolls: x }
                      - { name: two, issuer: "https://d.example" }
                      - { name: three }
                      - { name: four, issuer: "https://e.example?x=1", jwks-uri: "ftp://e" }
                      - { name: five, issuer: "https://f.example", roles: [viwer] }
                      - { name: six, issuer: "https://g.example", roles-map: { a: [viewer] } }
                      - { name: seven, issuer: "https://h.example", default-scopes: [read] }
                      - just text
                    """))
        .hasMessageContaining(":1: `server.public-url` must be an address such as https://data")
        .hasMessageContaining(":4: `issuers[1]` needs `name: ...`")
        .hasMessageContaining(":5: `issuers[2].name` must begin with a small letter")
        .hasMessageContaining(":6: `issuer one.issuer` must be an address such as https://login")
        .hasMessageContaining(":7: `issuers[4].name` is `one`, as another issuer is")
        .hasMessageContaining(":7: `issuer one.rolls` is not a setting; did you mean `roles`?")
        .hasMessageContaining(":8: `issuer two.issuer` is that of another issuer too")
        .hasMessageContaining(":9: `issuer three` needs `issuer: https://...`")
        .hasMessageContaining(":10: `issuer four.issuer` must be an address")
        .hasMessageContaining(":10: `issuer four.jwks-uri` must be an address")
        .hasMessageContaining(":11: `issuer five.roles[1]` is `viwer`, which is not known")
        .hasMessageContaining(":12: `issuer six.roles-map` needs `roles-claim`")
        .hasMessageContaining(":13: `issuer seven.default-scopes[1]` is `read`, which is not known")
        .hasMessageContaining(":14: `issuers[11]` must be a mapping");
  }

  private Config read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("alidade.yaml"), text);
    return new ConfigReader(List.of(), new Environment(Map.of())).read(file);
  }
}
