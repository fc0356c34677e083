package dev.alidade.ask.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.base.Reuse;
import dev.alidade.operation.Json;
import dev.alidade.store.Database;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeteredModelTest {
  private static final Tokens TOKENS = new Tokens(1_000, 100);
  private static final String USELESS = "useless";

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Database database;
  private LanguageModel counting;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    counting =
        (request, listening) -> {
          listening.spent().accept(TOKENS);
          return new ModelReply("answer " + calls.incrementAndGet(), TOKENS);
        };
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void theSameLettersAreAnsweredOnceAndCostOnce() {
    MeteredModel model = model(counting, Duration.ofHours(1));
    Instant then = clock.instant();
    assertThat(ask(model, "a")).isEqualTo(new Told("answer 1", Optional.empty()));
    clock.forward(60);
    assertThat(ask(model, "a")).isEqualTo(new Told("answer 1", Optional.of(then)));
    assertThat(ask(model, "b").text()).isEqualTo("answer 2");
    assertThat(model.today(Optional.empty()).calls()).isEqualTo(2);
    assertThat(model.today(Optional.empty()).tokens()).isEqualTo(new Tokens(2_000, 200));
    assertThat(model.reuse()).isEqualTo(new Reuse(1, 2));
  }

  @Test
  void whatWasSaidOutlastsARestartForItsTime() {
    Instant then = clock.instant();
    ask(model(counting, Duration.ofHours(1)), "a");
    clock.forward(3_000);
    assertThat(ask(model(counting, Duration.ofHours(1)), "a"))
        .isEqualTo(new Told("answer 1", Optional.of(then)));
    clock.forward(600);
    MeteredModel restarted = model(counting, Duration.ofHours(1));
    assertThat(ask(restarted, "a").since()).isEmpty();
    clock.forward(3_600);
    assertThat(ask(restarted, "a"))
        .as("in memory too")
        .isEqualTo(new Told("answer 3", Optional.empty()));
  }

  @Test
  void nothingIsKeptWhereThatIsConfigured() {
    MeteredModel model = model(counting, Duration.ZERO);
    ask(model, "a");
    assertThat(ask(model, "a").since()).isEmpty();
    assertThat(ask(model(counting, Duration.ofHours(1)), "a").since()).isEmpty();
  }

  @Test
  void everyLetterAndSettingThatAProviderGetsCounts() {
    ModelRequest request = request("a");
    ModelSettings settings = settings(Duration.ofHours(1));
    ObjectNode schema = Json.mapper().createObjectNode().put("type", "array");
    List<String> keys = new ArrayList<>();
    keys.add(PromptKey.of(settings, request));
    keys.add(PromptKey.of(settings, request("a ")));
    keys.add(PromptKey.of(settings, new ModelRequest("S", request.messages(), request.schema())));
    keys.add(PromptKey.of(settings, new ModelRequest("s", request.messages(), schema)));
    keys.add(PromptKey.of(settings, request.then("x", "y")));
    keys.add(PromptKey.of(settings, request.then("xy", "")));
    keys.add(PromptKey.of(changed(settings, "other", Optional.empty()), request));
    keys.add(PromptKey.of(changed(settings, "m", Optional.of(BigDecimal.ZERO)), request));
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(PromptKey.of(settings, request("a"))).isEqualTo(keys.getFirst());
  }

  @Test
  void whatIsOfNoUseAndFailuresAreNotKept() {
    MeteredModel useless = model((request, listening) -> reply(USELESS), Duration.ofHours(1));
    ask(useless, "a");
    MeteredModel failing = model(this::fail, Duration.ofHours(1));
    for (int tries = 0; tries < 2; tries++) {
      assertThatThrownBy(() -> ask(failing, "a")).hasMessage("busy");
    }
    assertThat(calls).hasValue(2);
    assertThat(ask(model(counting, Duration.ofHours(1)), "a").since()).isEmpty();
  }

  @Test
  void whoWantsItFreshIsAnsweredAnewAndThatIsKept() {
    MeteredModel model = model(counting, Duration.ofHours(1));
    ask(model, "a");
    Told fresh = model.answer(prompt("a", Cancellation.never(), true), text -> true, spent -> {});
    assertThat(fresh).isEqualTo(new Told("answer 2", Optional.empty()));
    assertThat(ask(model, "a").text()).isEqualTo("answer 2");
  }

  @Test
  void oneCallIsMadeForAllWhoAskAtOnce() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    MeteredModel model =
        model(
            (request, listening) -> {
              called.countDown();
              await(answered);
              return counting.answer(request, listening);
            },
            Duration.ZERO);
    List<Future<Told>> waiting = new ArrayList<>();
    for (int caller = 0; caller < 8; caller++) {
      waiting.add(threads.submit(() -> ask(model, "a")));
    }
    await(called);
    Thread.sleep(100);
    answered.countDown();
    for (Future<Told> one : waiting) {
      assertThat(one.get().text()).isEqualTo("answer 1");
    }
    assertThat(model.today(Optional.empty()).calls()).isEqualTo(1);
    assertThat(model.reuse()).isEqualTo(new Reuse(7, 1));
  }

  @Test
  void whoGivesUpTakesNobodyAlong() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    Cancellation given = new Cancellation();
    MeteredModel model =
        model(
            (request, listening) -> {
              if (calls.get() == 0 && called.getCount() > 0) {
                called.countDown();
                await(given);
                listening.cancellation().check();
              }
              return counting.answer(request, listening);
            },
            Duration.ofHours(1));
    Future<Told> first =
        threads.submit(() -> model.answer(prompt("a", given, false), text -> true, spent -> {}));
    await(called);
    Cancellation impatient = new Cancellation();
    Future<Told> second =
        threads.submit(
            () -> model.answer(prompt("a", impatient, false), text -> true, spent -> {}));
    Future<Told> third = threads.submit(() -> ask(model, "a"));
    Thread.sleep(100);
    impatient.cancel();
    assertThat(codeOf(second)).isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(third.isDone()).isFalse();
    given.cancel();
    assertThat(codeOf(first)).isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(third.get()).isEqualTo(new Told("answer 1", Optional.empty()));
  }

  @Test
  void aFailureIsThatOfAllWhoWaited() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    MeteredModel model =
        model(
            (request, listening) -> {
              called.countDown();
              await(answered);
              return fail(request, listening);
            },
            Duration.ofHours(1));
    Future<Told> first = threads.submit(() -> ask(model, "a"));
    await(called);
    Future<Told> second = threads.submit(() -> ask(model, "a"));
    Thread.sleep(100);
    answered.countDown();
    assertThat(codeOf(first)).isEqualTo(ErrorCode.MODEL_OVERLOADED);
    assertThat(codeOf(second)).isEqualTo(ErrorCode.MODEL_OVERLOADED);
    assertThat(calls).hasValue(1);
  }

  @Test
  void theOldestGoWhereThereAreTooMany() {
    AnswerBook book = new AnswerBook(database, 3);
    Instant start = clock.instant();
    for (int number = 0; number < 6; number++) {
      KeptAnswer answer = new KeptAnswer("text", start.plusSeconds(number));
      book.add("key" + number, "m", answer, start.minusSeconds(1));
    }
    Instant before = start.minusSeconds(1);
    assertThat(book.find("key2", before)).isEmpty();
    for (int number = 3; number < 6; number++) {
      assertThat(book.find("key" + number, before)).isPresent();
    }
    book.add("new", "m", new KeptAnswer("text", start.plusSeconds(9)), start.plusSeconds(4));
    assertThat(book.find("key4", before)).as("too old").isEmpty();
    assertThat(book.find("key5", before)).isPresent();
  }

  private ModelReply fail(ModelRequest request, Listening listening) {
    calls.incrementAndGet();
    throw new AlidadeException(ErrorCode.MODEL_OVERLOADED, "busy");
  }

  private static ModelReply reply(String text) {
    return new ModelReply(text, Tokens.NONE);
  }

  private static ErrorCode codeOf(Future<Told> failed) throws InterruptedException {
    try {
      throw new AssertionError(failed.get());
    } catch (ExecutionException failure) {
      return ((AlidadeException) failure.getCause()).code();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Cancellation cancellation) {
    CountDownLatch raised = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(raised::countDown)) {
      await(raised);
    }
  }

  private static Told ask(MeteredModel model, String text) {
    return model.answer(
        prompt(text, Cancellation.never(), false), answer -> !answer.equals(USELESS), spent -> {});
  }

  private static Prompt prompt(String text, Cancellation cancellation, boolean fresh) {
    Caller caller = new Caller("ann", Set.of(), Map.of());
    return new Prompt(caller, request(text), cancellation, fresh);
  }

  private static ModelRequest request(String text) {
    return new ModelRequest(
        "s",
        List.of(new ModelRequest.Message(ModelRequest.Speaker.USER, text)),
        Json.mapper().createObjectNode());
  }

  private MeteredModel model(LanguageModel model, Duration keep) {
    return new MeteredModel(settings(keep), model, database, clock);
  }

  private static ModelSettings settings(Duration keep) {
    ModelSettings usual =
        ModelSettings.of(
            "scripted",
            Provider.OPENAI,
            "m",
            URI.create("http://127.0.0.1:1/v1"),
            Optional.empty());
    return with(usual, usual.model(), usual.temperature(), keep);
  }

  private static ModelSettings changed(
      ModelSettings settings, String model, Optional<BigDecimal> temperature) {
    return with(settings, model, temperature, settings.keep());
  }

  private static ModelSettings with(
      ModelSettings all, String model, Optional<BigDecimal> temperature, Duration keep) {
    return new ModelSettings(
        all.name(),
        all.provider(),
        model,
        all.baseUrl(),
        all.apiKey(),
        all.timeouts(),
        all.maxTokens(),
        temperature,
        all.candidates(),
        all.retries(),
        all.price(),
        all.cap(),
        all.sharing(),
        keep);
  }
}
