package dev.alidade.operation;

import dev.alidade.policy.Right;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something Alidade can do: declared once, in its feature's folder, and served at every door.
 *
 * @param name snake_case; the path of REST, the tool of MCP, the sub-command of the CLI
 * @param description for people and models: what it does, when to use it, what comes back
 * @param right what a role must grant besides the operation; empty for what concerns only the
 *     caller and is open to everybody who is known
 * @param primary the input field that stands alone on a command line
 * @param examples command lines without the program's name, shown by the CLI's help
 * @param forStrangers whether it may be called by who has not said who they are
 * @param streams formats in which the result can be streamed, by media type
 * @param outcome what has come, by its id, of a decision that a result left open
 */
public record Operation<I extends Record, O extends Record>(
    String name,
    String title,
    String description,
    Class<I> input,
    Class<O> output,
    OperationEffect effect,
    Optional<Right> right,
    String primary,
    List<String> examples,
    boolean forStrangers,
    Handler<I, O> handler,
    Map<String, Streaming<I>> streams,
    Optional<Handler<String, O>> outcome) {
  public Operation {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(primary, "primary");
    Objects.requireNonNull(handler, "handler");
    Objects.requireNonNull(outcome, "outcome");
    examples = List.copyOf(examples);
    streams = Collections.unmodifiableMap(new LinkedHashMap<>(streams));
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException("operation names are snake_case: " + name);
    }
  }

  /** The feature that it belongs to: the folder that its input stands in. */
  public String feature() {
    String folder = input.getPackageName();
    return folder.substring(folder.lastIndexOf('.') + 1);
  }

  /** Starts the declaration of an operation that reads and takes and gives these records. */
  public static <I extends Record, O extends Record> Builder<I, O> named(
      String name, Class<I> input, Class<O> output) {
    return new Builder<>(name, input, output);
  }

  /** Collects a declaration. */
  public static final class Builder<I extends Record, O extends Record> {
    private final String name;
    private final Class<I> input;
    private final Class<O> output;
    private String title = "";
    private String description = "";
    private OperationEffect effect = OperationEffect.READ;
    private Optional<Right> right = Optional.of(Right.READ);
    private String primary = "";
    private List<String> examples = List.of();
    private boolean forStrangers;
    private final Map<String, Streaming<I>> streams = new LinkedHashMap<>();
    private Optional<Handler<String, O>> outcome = Optional.empty();

    private Builder(String name, Class<I> input, Class<O> output) {
      this.name = name;
      this.input = input;
      this.output = output;
    }

    /** A few words for menus. */
    public Builder<I, O> title(String words) {
      title = words;
      return this;
    }

    /** What it does, when to use it, what comes back. */
    public Builder<I, O> description(String sentences) {
      description = sentences;
      return this;
    }

    /** What it changes; READ unless said. */
    public Builder<I, O> effect(OperationEffect what) {
      effect = what;
      return this;
    }

    /** What a role must grant; READ unless said. */
    public Builder<I, O> right(Right needed) {
      right = Optional.of(needed);
      return this;
    }

    /** It concerns the caller alone, so that everybody who is known may call it. */
    public Builder<I, O> forEverybody() {
      right = Optional.empty();
      return this;
    }

    /** The input field that stands alone on a command line. */
    public Builder<I, O> primary(String field) {
      primary = field;
      return this;
    }

    /** Command lines without the program's name. */
    public Builder<I, O> examples(String... lines) {
      examples = List.of(lines);
      return this;
    }

    /** May be called by who has not said who they are. */
    public Builder<I, O> forStrangers() {
      forStrangers = true;
      right = Optional.empty();
      return this;
    }

    /** A format in which the result can be streamed. */
    public Builder<I, O> stream(String mediaType, Streaming<I> streaming) {
      streams.put(mediaType, streaming);
      return this;
    }

    /** What has come, by its id, of a decision that a result left open; it changes nothing. */
    public Builder<I, O> outcome(Handler<String, O> look) {
      outcome = Optional.of(look);
      return this;
    }

    /** Completes the declaration. */
    public Operation<I, O> handledBy(Handler<I, O> handler) {
      return new Operation<>(
          name,
          title,
          description,
          input,
          output,
          effect,
          right,
          primary,
          examples,
          forStrangers,
          handler,
          streams,
          outcome);
    }
  }
}
