package dev.fakebeeper.control.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes faults in the form that {@link FaultFormat} reads. */
public final class FaultJson {
  private FaultJson() {}

  /** A fault. */
  public static ObjectNode of(Fault fault) {
    var json = object();
    put(json, "name", fault.name());
    var trigger = fault.trigger();
    json.set("on", on(trigger));
    if (!(trigger.count() instanceof Count.Always)) {
      json.set("calls", calls(trigger.count()));
    }
    if (trigger.probability() < 1) {
      json.put("probability", trigger.probability());
    }
    if (!trigger.window().equals(Window.ALWAYS)) {
      json.set("during", during(trigger.window()));
    }
    json.set(EffectJson.name(fault.effect()), EffectJson.of(fault.effect()));
    return json;
  }

  /** A planned fault: under the name that it has in the plan, and with what it has done so far. */
  public static ObjectNode of(PlannedFault planned) {
    var json = of(planned.fault().named(planned.name()));
    json.put("matched", planned.matched());
    json.put("fired", planned.fired());
    planned.remaining().ifPresent(left -> json.put("remaining", left));
    return json;
  }

  private static ObjectNode on(FaultTrigger trigger) {
    var json = object();
    var reach = trigger.reach();
    if (reach instanceof Reach.Operations operations) {
      var ids = json.putArray("operations");
      operations.ids().forEach(ids::add);
    } else if (reach instanceof Reach.OfGroup ofGroup) {
      json.put("group", ofGroup.group().word());
    } else if (reach instanceof Reach.OfTag ofTag) {
      json.put("tag", ofTag.tag());
    }
    put(json, "chatID", trigger.chatId());
    put(json, "accountID", trigger.accountId());
    return json;
  }

  private static ObjectNode calls(Count count) {
    var json = object();
    if (count instanceof Count.Nth nth) {
      json.put("nth", nth.number());
    } else if (count instanceof Count.First first) {
      json.put("first", first.number());
    } else if (count instanceof Count.Every every) {
      json.put("every", every.number());
    } else if (count instanceof Count.After after) {
      json.put("after", after.number());
    }
    return json;
  }

  private static ObjectNode during(Window window) {
    var json = object();
    if (!(window.from() instanceof Window.Open)) {
      json.put("from", window.from().toString());
    }
    if (!(window.to() instanceof Window.Open)) {
      json.put("to", window.to().toString());
    }
    return json;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void put(ObjectNode json, String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
  }
}
