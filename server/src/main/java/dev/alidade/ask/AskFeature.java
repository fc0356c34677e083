package dev.alidade.ask;

import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import java.util.List;

/** The operations that answer questions and keep conversations. */
public final class AskFeature {
  private final AskService service;

  /** Operations over {@code service}. */
  public AskFeature(AskService service) {
    this.service = service;
  }

  /** {@code ask}, {@code list_planners}, {@code suggest_questions} and those on conversations. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        ask(),
        listPlanners(),
        suggestQuestions(),
        listConversations(),
        getConversation(),
        renameConversation(),
        deleteConversation(),
        restoreConversation(),
        changeChart());
  }

  private Operation<ChangeChartInput, ChangeChartOutput> changeChart() {
    return Operation.named("change_chart", ChangeChartInput.class, ChangeChartOutput.class)
        .title("Change an answer's chart")
        .description(
            "Keeps another chart with an answer of one of your conversations: its kind, columns and "
                + "look, as draw_rows gives them. The rows stay as they are, no data is changed; who "
                + "opens the conversation again sees the new chart, and follow-ups keep its kind.")
        .effect(OperationEffect.WRITE)
        .primary("conversation")
        .examples(
            "change-chart last --chart '{\"kind\":\"bar\",\"title\":\"Orders\",\"x\":{\"column\":\"status\",\"label\":\"status\"},\"y\":[{\"column\":\"orders\",\"label\":\"orders\"}],\"reason\":\"\"}'")
        .handledBy((input, invocation) -> service.changeChart(input, invocation.caller()));
  }

  private Operation<AskInput, AskOutput> ask() {
    return Operation.named("ask", AskInput.class, AskOutput.class)
        .title("Ask a question")
        .description(
            "Answers a question in plain words from the data: rows, the SQL that ran, what it "
                + "means and how sure it is. Where it is not sure it asks back with options, or "
                + "abstains, names the words that it did not understand, and offers questions that "
                + "it can answer. In the same conversation it takes follow-ups and choices. "
                + "With planner another planner answers the question, or the last one again.")
        .primary("question")
        .examples(
            "ask \"How many orders are there for each status?\"",
            "ask \"Which product has the highest price?\" --source shop",
            "ask \"only 2025\" --conversation last",
            "ask --planner built-in --conversation last")
        .handledBy(service::ask);
  }

  private Operation<ListPlannersInput, ListPlannersOutput> listPlanners() {
    return Operation.named("list_planners", ListPlannersInput.class, ListPlannersOutput.class)
        .title("List planners")
        .description(
            "Who can plan a question: the built-in planner and the language models that are "
                + "configured. The planner of ask takes one of these names.")
        .examples("list-planners")
        .handledBy((input, invocation) -> service.planners().list());
  }

  private Operation<SuggestInput, SuggestOutput> suggestQuestions() {
    return Operation.named("suggest_questions", SuggestInput.class, SuggestOutput.class)
        .title("Suggest questions")
        .description("Gives questions drawn from the schema, each of which can be answered.")
        .primary("source")
        .examples("suggest-questions", "suggest-questions shop")
        .handledBy(
            (input, invocation) ->
                service.suggestions().suggest(invocation.caller(), input.source()));
  }

  private Operation<ListConversationsInput, ListConversationsOutput> listConversations() {
    return Operation.named(
            "list_conversations", ListConversationsInput.class, ListConversationsOutput.class)
        .title("List conversations")
        .description(
            "Lists your conversations, the latest first; with `search` those only in whose title "
                + "or questions all its words stand.")
        .primary("search")
        .examples("list-conversations", "list-conversations \"orders 2025\"")
        .handledBy(
            (input, invocation) ->
                service.shelf().list(invocation.caller().name(), input.search()));
  }

  private Operation<ConversationInput, ConversationOutput> getConversation() {
    return Operation.named("get_conversation", ConversationInput.class, ConversationOutput.class)
        .title("Get a conversation")
        .description("Gives every question and answer of one of your conversations.")
        .primary("conversation")
        .examples("get-conversation 3f1c...")
        .handledBy(
            (input, invocation) ->
                service.conversations().get(invocation.caller(), input.conversation()));
  }

  private Operation<RenameConversationInput, ConversationTitle> renameConversation() {
    return Operation.named(
            "rename_conversation", RenameConversationInput.class, ConversationTitle.class)
        .title("Rename a conversation")
        .description("Gives one of your conversations another title.")
        .effect(OperationEffect.WRITE)
        .primary("title")
        .examples("rename-conversation \"Orders by region\" --conversation 3f1c...")
        .handledBy(
            (input, invocation) ->
                new ConversationTitle(
                    input.conversation(),
                    service
                        .shelf()
                        .rename(invocation.caller().name(), input.conversation(), input.title())));
  }

  private Operation<ConversationInput, DeleteConversationOutput> deleteConversation() {
    return Operation.named(
            "delete_conversation", ConversationInput.class, DeleteConversationOutput.class)
        .title("Delete a conversation")
        .description(
            "Deletes one of your conversations with all its turns; for ten minutes "
                + "restore_conversation brings it back.")
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("conversation")
        .examples("delete-conversation 3f1c...")
        .handledBy(
            (input, invocation) ->
                new DeleteConversationOutput(
                    true,
                    service
                        .shelf()
                        .delete(invocation.caller().name(), input.conversation())
                        .toString()));
  }

  private Operation<ConversationInput, ConversationTitle> restoreConversation() {
    return Operation.named("restore_conversation", ConversationInput.class, ConversationTitle.class)
        .title("Restore a conversation")
        .description("Brings back one of your conversations that was deleted minutes ago.")
        .effect(OperationEffect.WRITE)
        .primary("conversation")
        .examples("restore-conversation 3f1c...")
        .handledBy(
            (input, invocation) ->
                new ConversationTitle(
                    input.conversation(),
                    service.shelf().restore(invocation.caller().name(), input.conversation())));
  }
}
