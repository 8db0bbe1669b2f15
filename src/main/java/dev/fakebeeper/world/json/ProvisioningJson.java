package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.ChatCapabilities.DisappearingTimer;
import dev.fakebeeper.world.ProvisioningCapabilities;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupField;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupType;
import dev.fakebeeper.world.ProvisioningCapabilities.Way;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge can do when chats are made, as the vendor's {@code ProvisioningCapabilities}: the
 * one answer in snake case.
 */
public final class ProvisioningJson {
  private ProvisioningJson() {}

  /** A {@code ProvisioningCapabilities}. */
  public static ObjectNode of(ProvisioningCapabilities can) {
    var groups = JsonNodeFactory.instance.objectNode();
    can.groups().forEach((type, group) -> groups.set(type, group(group)));
    return Members.inline()
        .node("group_creation", groups)
        .node("resolve_identifier", ways(can))
        .flag("image_pack_import", can.imagePackImport())
        .done();
  }

  private static ObjectNode ways(ProvisioningCapabilities can) {
    var ways = JsonNodeFactory.instance.objectNode();
    for (var way : Way.values()) {
      ways.put(Wire.lower(way), can.ways().contains(way));
    }
    return ways;
  }

  private static ObjectNode group(GroupType group) {
    var node = JsonNodeFactory.instance.objectNode().put("type_description", group.description());
    group.fields().forEach((name, field) -> node.set(name, field(field)));
    return node;
  }

  private static ObjectNode field(GroupField field) {
    return Members.inline()
        .flag("allowed", field.allowed())
        .flag("required", field.required())
        .number("min_length", field.minLength())
        .number("max_length", field.maxLength())
        .node("settings", settings(field.settings()))
        .done();
  }

  private static @Nullable ObjectNode settings(@Nullable DisappearingTimer timer) {
    if (timer == null) {
      return null;
    }
    var timers = timer.timers().stream().map(JsonNodeFactory.instance::numberNode).toList();
    var types = JsonNodeFactory.instance.arrayNode();
    timer.types().forEach(types::add);
    return Members.inline()
        .node("types", types)
        .nodes("timers", timers)
        .flag("omit_empty_timer", timer.omitEmptyTimer())
        .done();
  }
}
