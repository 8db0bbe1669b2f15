package dev.fakebeeper.control.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.JsonEdit;
import java.util.Map;

/** Writes effects in the form that {@link EffectFormat} reads. */
final class EffectJson {
  private static final Map<Class<? extends FaultEffect>, String> NAMES =
      Map.ofEntries(
          Map.entry(VendorError.class, "error"),
          Map.entry(RateLimit.class, "rateLimit"),
          Map.entry(RawAnswer.class, "answer"),
          Map.entry(FaultEffect.Delay.class, "delay"),
          Map.entry(FaultEffect.Hang.class, "hang"),
          Map.entry(FaultEffect.Reset.class, "reset"),
          Map.entry(FaultEffect.EmptyReply.class, "emptyReply"),
          Map.entry(FaultEffect.Truncate.class, "truncate"),
          Map.entry(FaultEffect.Malform.class, "malform"),
          Map.entry(FaultEffect.Endless.class, "endless"),
          Map.entry(FaultEffect.Drip.class, "drip"),
          Map.entry(FaultEffect.ContentType.class, "contentType"),
          Map.entry(FaultEffect.OtherHeaders.class, "headers"),
          Map.entry(FaultEffect.Vary.class, "vary"),
          Map.entry(FaultEffect.Rewrite.class, "rewrite"));

  private EffectJson() {}

  static String name(FaultEffect effect) {
    var name = NAMES.get(effect.getClass());
    if (name == null) {
      throw new AssertionError("an effect without a name: " + effect);
    }
    return name;
  }

  static JsonNode of(FaultEffect effect) {
    if (effect instanceof FaultEffect.Rewrite rewrite) {
      var edits = JsonNodeFactory.instance.arrayNode();
      rewrite.edits().forEach(edit -> edits.add(edit(edit)));
      return edits;
    }
    var json = FaultJson.object();
    if (effect instanceof FaultEffect.Replacing replacing) {
      replacing(json, replacing);
    } else if (effect instanceof FaultEffect.Holding holding) {
      if (holding instanceof FaultEffect.Delay delay) {
        json.put("span", delay.span().toString());
      }
      point(json, holding.point());
    } else if (effect instanceof FaultEffect.Cutting cutting) {
      point(json, cutting.point());
    } else if (effect instanceof FaultEffect.Altering altering) {
      altering(json, altering);
    } else if (effect instanceof FaultEffect.Spoiling spoiling) {
      spoiling(json, spoiling);
    }
    return json;
  }

  private static void point(ObjectNode json, Point point) {
    if (point == Point.AFTER_COMMIT) {
      json.put("commit", EffectFormat.word(point));
    }
  }

  private static void replacing(ObjectNode json, FaultEffect.Replacing effect) {
    if (effect instanceof VendorError error) {
      json.put("status", error.status());
      json.put("code", error.code());
      json.put("message", error.message());
      if (error.details() != null) {
        json.set("details", error.details());
      }
      texts(json, "headers", error.headers());
    } else if (effect instanceof RateLimit limit) {
      FaultJson.put(json, "lasting", limit.lasting() == null ? null : limit.lasting().toString());
      if (limit.retryAfter() != null) {
        retryAfter(json.putObject("retryAfter"), limit.retryAfter());
      }
    } else if (effect instanceof RawAnswer answer) {
      json.put("status", answer.status());
      json.put("contentType", answer.contentType());
      json.put("body", answer.body());
      texts(json, "headers", answer.headers());
    }
    point(json, effect.point());
  }

  private static void retryAfter(ObjectNode json, RetryAfter hint) {
    json.put("form", EffectFormat.word(hint.form()));
    FaultJson.put(json, "span", hint.span() == null ? null : hint.span().toString());
  }

  private static void altering(ObjectNode json, FaultEffect.Altering effect) {
    if (effect instanceof FaultEffect.ContentType other) {
      json.put("type", other.type());
    } else if (effect instanceof FaultEffect.OtherHeaders headers) {
      texts(json, "set", headers.set());
      if (!headers.removed().isEmpty()) {
        var removed = json.putArray("remove");
        headers.removed().forEach(removed::add);
      }
    } else if (effect instanceof FaultEffect.Vary vary) {
      var wish = vary.wish();
      json.put("variation", EffectFormat.word(wish.variation()));
      var members = json.putArray("members");
      wish.members().stream().sorted().forEach(members::add);
      json.put("seed", wish.seed());
    }
  }

  private static void spoiling(ObjectNode json, FaultEffect.Spoiling effect) {
    if (effect instanceof FaultEffect.Endless endless) {
      json.put("maxBytes", endless.maxBytes());
    } else if (effect instanceof FaultEffect.Drip drip) {
      json.put("bytes", drip.bytes());
      json.put("every", drip.every().toString());
    }
  }

  private static ObjectNode edit(JsonEdit edit) {
    var json = FaultJson.object();
    if (edit instanceof JsonEdit.Set set) {
      json.put("set", set.pointer());
      json.set("value", set.value());
    } else {
      json.put("remove", edit.pointer());
    }
    return json;
  }

  private static void texts(ObjectNode json, String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      var members = json.putObject(name);
      texts.forEach(members::put);
    }
  }
}
