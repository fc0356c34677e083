package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a model is asked.
 *
 * @param system who it is and what it has to do
 * @param messages what was said, the user's words first and last
 * @param schema the JSON Schema of the answer
 */
public record ModelRequest(String system, List<Message> messages, ObjectNode schema) {
  /** Who says something. */
  public enum Speaker {
    USER,
    ASSISTANT
  }

  /** Something said. */
  public record Message(Speaker speaker, String text) {
    public Message {
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(text, "text");
    }
  }

  public ModelRequest {
    Objects.requireNonNull(system, "system");
    messages = List.copyOf(messages);
    schema = schema.deepCopy();
  }

  @Override
  public ObjectNode schema() {
    return schema.deepCopy();
  }

  /** This, answered so, and something said to the answer. */
  ModelRequest then(String answer, String reply) {
    List<Message> all = new ArrayList<>(messages);
    all.add(new Message(Speaker.ASSISTANT, answer));
    all.add(new Message(Speaker.USER, reply));
    return new ModelRequest(system, all, schema);
  }
}
