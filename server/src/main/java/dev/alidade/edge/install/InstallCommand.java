package dev.alidade.edge.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** `mcp install` and `mcp remove`: show the change of a client's file, ask, and make it. */
public final class InstallCommand {
  private static final String HELP =
      """
      Usage: ./alidade mcp install CLIENT [PATH...] [OPTIONS]   tell a program of Alidade
             ./alidade mcp remove CLIENT [OPTIONS]              and take it back

      Clients: %s

      Options
        PATH...          the data to serve, as `./alidade mcp` takes them
        --config FILE    the configuration to serve (default alidade.yaml, where there is one)
        --http URL       a server that runs already, such as http://localhost:8484/mcp
        --key-file FILE  a file that holds the API key to show
        --name NAME      what the client calls it (default alidade)
        --project        for this folder only, where the client knows projects
        --file FILE      another file than the client's usual one
        --print          print what would stand in the file, and change nothing
        --yes            do not ask

      Examples
        ./alidade mcp install claude-desktop ~/exports
        ./alidade mcp install vscode --project --config alidade.yaml
        ./alidade mcp install claude-code --http http://localhost:8484/mcp
        ./alidade mcp remove cursor
      """
          .formatted(String.join(", ", Client.words()));
  private static final String USUAL_NAME = "alidade";

  private final Places places;
  private final ServerEntries entries;
  private final Talk talk;

  /** Where the command reads answers from, and where it writes. */
  public record Talk(InputStream in, boolean canAsk, PrintStream out, PrintStream errors) {}

  /** The command on this machine, for an Alidade that is started by {@code launcher}. */
  public InstallCommand(Places places, Optional<String> launcher, Talk talk) {
    this.places = places;
    this.entries = new ServerEntries(places, launcher);
    this.talk = talk;
  }

  /** Whether these arguments are this command's. */
  public static boolean isMeant(List<String> arguments) {
    return arguments.size() > 1
        && arguments.getFirst().equals("mcp")
        && List.of("install", "remove").contains(arguments.get(1));
  }

  /** Does what was typed; fails with what is wrong and the next step. */
  public void run(List<String> arguments) {
    String command = arguments.get(1);
    InstallOptions options = InstallOptions.read(command, arguments.subList(2, arguments.size()));
    if (options.has(InstallOptions.HELP)) {
      talk.out().print(HELP);
      return;
    }
    if (options.words().isEmpty()) {
      throw InstallOptions.wrong(
          "`mcp %s` needs a client: %s".formatted(command, String.join(", ", Client.words())));
    }
    Client client = Client.of(options.words().getFirst());
    String name = options.value(InstallOptions.NAME).orElse(USUAL_NAME);
    if (!name.matches("[A-Za-z0-9_-]{1,60}")) {
      throw InstallOptions.wrong("--name takes letters, digits, `_` and `-`, 60 at most");
    }
    if (command.equals("remove")) {
      change(client, name, options, Optional.empty());
      return;
    }
    ObjectNode entry = client.dialect().write(entries.of(options));
    if (options.has(InstallOptions.PRINT)) {
      talk.out().println(edited("", client, name, Optional.of(entry), Path.of("print")).strip());
      return;
    }
    change(client, name, options, Optional.of(entry));
  }

  private void change(
      Client client, String name, InstallOptions options, Optional<ObjectNode> entry) {
    ConfigFile file = new ConfigFile(fileOf(client, options));
    Optional<String> before = file.read();
    String after = edited(before.orElse(""), client, name, entry, file.path());
    if (after.equals(before.orElse("")) || (before.isEmpty() && entry.isEmpty())) {
      say(
          entry.isPresent()
              ? "%s says so already; nothing to do".formatted(file.path())
              : "%s has no server `%s`; nothing to do".formatted(file.path(), name));
      return;
    }
    talk.errors().println(file.path() + ":");
    talk.errors().print(LineDiff.between(before.orElse(""), after));
    if (options.has(InstallOptions.PRINT)) {
      return;
    }
    if (!isAgreed(options, file.path())) {
      say("nothing was changed");
      return;
    }
    file.replace(before, after);
    String kept = before.isPresent() ? "; as it was: " + file.backup() : "";
    say("%s is changed%s. Restart %s to see it".formatted(file.path(), kept, client.title()));
  }

  private Path fileOf(Client client, InstallOptions options) {
    if (options.value(InstallOptions.FILE).isPresent()) {
      return places.here().resolve(options.value(InstallOptions.FILE).get()).normalize();
    }
    if (options.has(InstallOptions.PROJECT)) {
      return client
          .projectFile(places)
          .orElseThrow(
              () ->
                  InstallOptions.wrong(
                      "%s has no settings for a project; leave out --project"
                          .formatted(client.title())));
    }
    Path file = client.file(places);
    if (!Files.isDirectory(file.getParent())) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          ("%s is not there, so %s seems not to be installed; start it once, name its file with"
                  + " --file, or see what belongs into it with --print")
              .formatted(file.getParent(), client.title()));
    }
    return file;
  }

  /** The text with the change and nothing else changed, or a failure that names the file. */
  private static String edited(
      String text, Client client, String name, Optional<ObjectNode> entry, Path file) {
    try {
      JsonEdit edit = new JsonEdit(text, client.section(), name);
      Optional<JsonNode> present = edit.present();
      if (entry.isPresent() && present.filter(entry.get()::equals).isPresent()) {
        return text;
      }
      String after = entry.isPresent() ? edit.put(entry.get()) : edit.remove();
      check(text, after, client, name, entry);
      return after;
    } catch (JsonProcessingException malformed) {
      String place =
          malformed.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(
                      malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr());
      throw refused(file, "is no JSON%s".formatted(place), malformed);
    } catch (IOException unfit) {
      throw refused(file, "cannot be changed: " + unfit.getMessage(), unfit);
    }
  }

  /** Whatever the text looks like: nothing else may say something else than before. */
  private static void check(
      String before, String after, Client client, String name, Optional<ObjectNode> entry)
      throws IOException {
    ObjectNode expected =
        before.isBlank()
            ? Json.mapper().createObjectNode()
            : (ObjectNode) new JsonText(before).tree();
    if (entry.isPresent() && !expected.has(client.section())) {
      expected.putObject(client.section());
    }
    if (expected.path(client.section()) instanceof ObjectNode servers) {
      entry.ifPresentOrElse(value -> servers.set(name, value), () -> servers.remove(name));
    }
    if (!new JsonText(after).tree().equals(expected)) {
      throw new IOException("its form is not understood well enough");
    }
  }

  private static AlidadeException refused(Path file, String what, IOException cause) {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "%s %s; nothing was written: mend it, or make the change that --print shows by hand"
            .formatted(file, what),
        cause);
  }

  private boolean isAgreed(InstallOptions options, Path file) {
    if (options.has(InstallOptions.YES)) {
      return true;
    }
    if (!talk.canAsk()) {
      throw InstallOptions.wrong(
          "Nobody can be asked here whether to change %s; say --yes, or --print to see it only"
              .formatted(file));
    }
    talk.errors().print("Write this? [y/N] ");
    talk.errors().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(talk.in(), StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().matches("(?i)y(es)?");
    } catch (IOException closed) {
      return false;
    }
  }

  private void say(String words) {
    talk.errors().println("alidade: " + words);
  }
}
