package dev.alidade.chart.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.Json;
import java.util.Optional;

/** A page that a browser shows, spoken with by the protocol of its developer tools. */
final class OpenPage {
  private static final double DOTS_PER_INCH = 96;

  private final BrowserProcess browser;
  private Optional<String> session = Optional.empty();
  private int last;

  private OpenPage(BrowserProcess browser) {
    this.browser = browser;
  }

  static OpenPage show(BrowserProcess browser, String html, Sight sight) {
    OpenPage page = new OpenPage(browser);
    String target =
        page.call("Target.createTarget", values().put("url", "about:blank"))
            .path("targetId")
            .asText();
    ObjectNode attached = values().put("targetId", target).put("flatten", true);
    page.session =
        Optional.of(page.call("Target.attachToTarget", attached).path("sessionId").asText());
    page.call(
        "Emulation.setDeviceMetricsOverride",
        values()
            .put("width", sight.width())
            .put("height", sight.height())
            .put("deviceScaleFactor", sight.sharpness())
            .put("mobile", false));
    String frame = page.call("Page.getFrameTree", values()).at("/frameTree/frame/id").asText();
    page.call("Page.setDocumentContent", values().put("frameId", frame).put("html", html));
    return page;
  }

  /** What an expression gives, once it is settled. */
  JsonNode evaluate(String expression) {
    ObjectNode asked =
        values().put("expression", expression).put("awaitPromise", true).put("returnByValue", true);
    JsonNode answer = call("Runtime.evaluate", asked);
    if (answer.has("exceptionDetails")) {
      throw BrowserProcess.broken(
          "The drawing library could not draw this chart; ask for another kind, or for plotly");
    }
    return answer.at("/result/value");
  }

  /** A picture of it in base64. */
  String screenshot() {
    return call("Page.captureScreenshot", values().put("format", "png")).path("data").asText();
  }

  /** It in print, in base64. */
  String print(Sight sight) {
    ObjectNode paper =
        values()
            .put("printBackground", true)
            .put("paperWidth", sight.width() / DOTS_PER_INCH)
            .put("paperHeight", sight.height() / DOTS_PER_INCH)
            .put("pageRanges", "1");
    for (String side : new String[] {"marginTop", "marginBottom", "marginLeft", "marginRight"}) {
      paper.put(side, 0);
    }
    return call("Page.printToPDF", paper).path("data").asText();
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = ++last;
    ObjectNode message = values().put("id", id).put("method", method);
    message.set("params", parameters);
    session.ifPresent(open -> message.put("sessionId", open));
    browser.write(message.toString());
    JsonNode answer = next();
    // What happens meanwhile is told without being asked for.
    while (answer.path("id").asInt() != id) {
      answer = next();
    }
    if (answer.has("error")) {
      throw BrowserProcess.broken(
          "Chromium does not know `%s`; install a version of this year".formatted(method));
    }
    return answer.path("result");
  }

  private JsonNode next() {
    try {
      return Json.mapper().readTree(browser.read());
    } catch (JsonProcessingException malformed) {
      throw BrowserProcess.broken("Chromium answers what cannot be read; install a current one");
    }
  }

  private static ObjectNode values() {
    return Json.mapper().createObjectNode();
  }
}
