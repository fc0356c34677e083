package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code ask} takes. */
public record AskInput(
    @Description(
            "A question in plain words; in a conversation also a follow-up such as \"only 2025\" "
                + "or \"by region\". Choice and edit go without one; planner then answers the "
                + "last question of the conversation again")
        Optional<String> question,
    @Description("The source to ask; without it the best fitting one is chosen")
        Optional<String> source,
    @Description("The conversation to go on with, or `last`; without it a new one begins")
        Optional<String> conversation,
    @Description("The number of the option to choose, of those that the last turn offered")
        Optional<Integer> choice,
    @Description("A change of a filter, of the order or of the limit of the last answer")
        Optional<ChipEdit> edit,
    @Description("The turn that this question takes the place of; it and those after it go")
        Optional<String> insteadOf,
    @Description(
            "Who plans the question, as list_planners names them; it is then read as a whole "
                + "question, not as a follow-up. Without it whoever is configured")
        Optional<String> planner,
    @Description("Ask a language model again, though its answer is kept") Optional<Boolean> fresh) {
  public AskInput {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(edit, "edit");
    Objects.requireNonNull(insteadOf, "insteadOf");
    Objects.requireNonNull(planner, "planner");
    Objects.requireNonNull(fresh, "fresh");
  }

  /** A question that begins a conversation. */
  public static AskInput of(String question) {
    return new AskInput(
        Optional.of(question),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, in a conversation. */
  public AskInput in(String id) {
    return new AskInput(question, source, Optional.of(id), choice, edit, insteadOf, planner, fresh);
  }

  /** The same, asked of a source. */
  public AskInput of(Optional<String> name) {
    return new AskInput(question, name, conversation, choice, edit, insteadOf, planner, fresh);
  }

  /** The same, put to a planner. */
  public AskInput by(String name) {
    return new AskInput(
        question, source, conversation, choice, edit, insteadOf, Optional.of(name), fresh);
  }

  /** The same, whatever a language model said before. */
  public AskInput afresh() {
    return new AskInput(
        question, source, conversation, choice, edit, insteadOf, planner, Optional.of(true));
  }
}
