package dev.fakebeeper.control.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.contract.Variation;
import dev.fakebeeper.contract.VariationWish;
import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.LiteralJson;
import dev.fakebeeper.control.source.OneOf;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads what a client feels: one member, whose name is the effect. */
final class EffectFormat {
  static final Choice<Point> POINT = Choice.of(Point.values(), EffectFormat::word);
  static final Choice<RetryAfter.Form> HINT =
      Choice.of(RetryAfter.Form.values(), EffectFormat::word);
  static final Choice<Variation> VARIATION = Choice.of(Variation.values(), EffectFormat::word);

  private static final Map<String, Function<SourceNode, FaultEffect>> READERS = readers();

  private EffectFormat() {}

  private static Map<String, Function<SourceNode, FaultEffect>> readers() {
    var readers = new LinkedHashMap<String, Function<SourceNode, FaultEffect>>();
    readers.put("error", EffectFormat::error);
    readers.put("rateLimit", EffectFormat::rateLimit);
    readers.put("delay", EffectFormat::delay);
    readers.put("hang", node -> new FaultEffect.Hang(onlyPoint(node, "A hang")));
    readers.put("reset", node -> new FaultEffect.Reset(onlyPoint(node, "A reset")));
    readers.put(
        "emptyReply", node -> new FaultEffect.EmptyReply(onlyPoint(node, "An empty reply")));
    readers.put("truncate", node -> none(node, "A truncated body", new FaultEffect.Truncate()));
    readers.put("malform", node -> none(node, "A malformed body", new FaultEffect.Malform()));
    readers.put("endless", EffectFormat::endless);
    readers.put("drip", EffectFormat::drip);
    readers.put("contentType", EffectFormat::contentType);
    readers.put("answer", EffectFormat::answer);
    readers.put("headers", EffectFormat::headers);
    readers.put("vary", EffectFormat::vary);
    readers.put("rewrite", EffectFormat::rewrite);
    return Collections.unmodifiableMap(readers);
  }

  static Set<String> names() {
    return READERS.keySet();
  }

  /** The words of the format: {@code before} and {@code after}, else in camel case. */
  static String word(Enum<?> value) {
    var words = value.name().toLowerCase(Locale.ROOT).replace("_commit", "").split("_", -1);
    var camel = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return camel.toString();
  }

  /** Reads the one member of a fault that is an effect. */
  static FaultEffect read(Fields fault) {
    var advice = "Say what the client feels, for instance error: {status: 502}, or hang: {}";
    return new OneOf<>(READERS, advice).read(fault);
  }

  private static Point point(Fields fields) {
    return fields.or("commit", POINT::read, Point.BEFORE_COMMIT);
  }

  private static Point onlyPoint(SourceNode node, String what) {
    var fields = node.asFields(what);
    var point = point(fields);
    fields.done();
    return point;
  }

  private static FaultEffect none(SourceNode node, String what, FaultEffect effect) {
    node.asFields(what).done();
    return effect;
  }

  private static FaultEffect error(SourceNode node) {
    var fields = node.asFields("An error");
    var status = fields.require("status");
    var usual = FaultFormat.made(status, () -> VendorError.of(status.asCount()));
    var details = fields.orNull("details", LiteralJson::of);
    var retryAfter = fields.orNull("retryAfter", Length::read);
    var headers = fields.map("headers", SourceNode::asText);
    var error =
        FaultFormat.made(
            node,
            () ->
                usual
                    .withCode(fields.text("code", usual.code()))
                    .withMessage(fields.text("message", usual.message()))
                    .withDetails(details)
                    .withHeaders(headers)
                    .withPoint(point(fields)));
    fields.done();
    return retryAfter == null ? error : error.retryAfter(retryAfter);
  }

  private static FaultEffect rateLimit(SourceNode node) {
    var fields = node.asFields("A rate limit");
    var lasting = fields.orNull("lasting", Length::read);
    var retryAfter = fields.orNull("retryAfter", EffectFormat::retryAfter);
    fields.done();
    return FaultFormat.made(node, () -> new RateLimit(lasting, retryAfter));
  }

  private static RetryAfter retryAfter(SourceNode node) {
    var fields = node.asFields("A hint when to come back");
    var hint =
        new RetryAfter(HINT.read(fields.require("form")), fields.orNull("span", Length::read));
    fields.done();
    return hint;
  }

  private static FaultEffect delay(SourceNode node) {
    var fields = node.asFields("A delay");
    var span = fields.require("span");
    var point = point(fields);
    fields.done();
    return FaultFormat.made(span, () -> new FaultEffect.Delay(Length.read(span), point));
  }

  private static FaultEffect endless(SourceNode node) {
    var fields = node.asFields("An endless body");
    var bound = fields.or("maxBytes", SourceNode::asNumber, FaultEffect.Endless.DEFAULT_MAX_BYTES);
    fields.done();
    return FaultFormat.made(node, () -> new FaultEffect.Endless(bound));
  }

  private static FaultEffect drip(SourceNode node) {
    var fields = node.asFields("A dripping body");
    var bytes = fields.require("bytes").asCount();
    var every = Length.read(fields.require("every"));
    fields.done();
    return FaultFormat.made(node, () -> new FaultEffect.Drip(bytes, every));
  }

  private static FaultEffect contentType(SourceNode node) {
    var fields = node.asFields("A content type");
    var type = fields.require("type").asText();
    fields.done();
    return FaultFormat.made(node, () -> new FaultEffect.ContentType(type));
  }

  private static FaultEffect answer(SourceNode node) {
    var fields = node.asFields("An answer");
    var status = fields.number("status", 200);
    var headers = fields.map("headers", SourceNode::asText);
    var text = fields.text("body", "");
    var type = fields.text("contentType", "");
    var point = point(fields);
    fields.done();
    return FaultFormat.made(node, () -> new RawAnswer(status, type, text, headers, point));
  }

  private static FaultEffect headers(SourceNode node) {
    var fields = node.asFields("Other headers");
    var set = fields.map("set", SourceNode::asText);
    var removed = Set.copyOf(fields.texts("remove"));
    fields.done();
    return FaultFormat.made(node, () -> new FaultEffect.OtherHeaders(set, removed));
  }

  private static FaultEffect vary(SourceNode node) {
    var fields = node.asFields("A variation");
    var variation = VARIATION.read(fields.require("variation"));
    var members = Set.copyOf(fields.texts("members"));
    var seed = fields.or("seed", SourceNode::asNumber, FaultTrigger.VARIATION_SEED);
    fields.done();
    return new FaultEffect.Vary(new VariationWish(variation, members, seed));
  }

  private static FaultEffect rewrite(SourceNode node) {
    List<JsonEdit> edits = node.asList(EffectFormat::edit);
    return FaultFormat.made(node, () -> new FaultEffect.Rewrite(edits));
  }

  private static JsonEdit edit(SourceNode node) {
    var fields = node.asFields("An edit");
    var removed = fields.find("remove");
    if (removed != null) {
      fields.done();
      return FaultFormat.made(removed, () -> new JsonEdit.Remove(removed.asText()));
    }
    var set = fields.require("set");
    var value = value(fields);
    fields.done();
    return FaultFormat.made(set, () -> new JsonEdit.Set(set.asText(), value));
  }

  /** Nothing is a value too; only its absence is a mistake. */
  private static JsonNode value(Fields fields) {
    var value = fields.find("value");
    return fields.isNothing("value")
        ? NullNode.getInstance()
        : LiteralJson.of(value == null ? fields.require("value") : value);
  }
}
