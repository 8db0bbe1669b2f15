package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.ChatCapabilities.DisappearingTimer;
import dev.fakebeeper.world.ProvisioningCapabilities;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupField;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupType;
import dev.fakebeeper.world.ProvisioningCapabilities.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a bridge can do when chats are made, in the form of the API's own answer, so that the
 * answer of a real server can be pasted.
 */
final class ProvisioningFormat {
  private static final List<String> GROUP_FIELDS =
      List.of("avatar", "disappear", "name", "parent", "participants", "topic", "username");

  private ProvisioningFormat() {}

  static ProvisioningCapabilities read(SourceNode node) {
    var fields = node.asFields("What a bridge can do");
    var can =
        new ProvisioningCapabilities(
            fields.or("resolve_identifier", ProvisioningFormat::ways, Set.of()),
            fields.map("group_creation", ProvisioningFormat::group),
            fields.flagOrNull("image_pack_import"));
    fields.done();
    return can;
  }

  private static Set<Way> ways(SourceNode node) {
    var fields = node.asFields("How people can be found");
    var ways = EnumSet.noneOf(Way.class);
    for (var way : Way.values()) {
      if (fields.flag(way.name().toLowerCase(Locale.ROOT))) {
        ways.add(way);
      }
    }
    fields.done();
    return ways;
  }

  private static GroupType group(SourceNode node) {
    var fields = node.asFields("A type of group");
    var description = fields.require("type_description").asText();
    Map<String, GroupField> allowed = new TreeMap<>();
    for (var name : GROUP_FIELDS) {
      var field = fields.orNull(name, ProvisioningFormat::field);
      if (field != null) {
        allowed.put(name, field);
      }
    }
    fields.done();
    return new GroupType(description, allowed);
  }

  private static GroupField field(SourceNode node) {
    var fields = node.asFields("A field of a group");
    var field =
        new GroupField(
            fields.require("allowed").asFlag(),
            fields.number("min_length"),
            fields.number("max_length"),
            fields.flagOrNull("required"),
            fields.orNull("settings", ProvisioningFormat::timer));
    fields.done();
    return field;
  }

  private static DisappearingTimer timer(SourceNode node) {
    var fields = node.asFields("A disappearing timer");
    var timer =
        new DisappearingTimer(
            types(fields),
            fields.list("timers", SourceNode::asNumber),
            fields.orNull("omit_empty_timer", ProvisioningFormat::onlyTrue));
    fields.done();
    return timer;
  }

  private static Boolean onlyTrue(SourceNode node) {
    if (!node.asFlag()) {
      throw node.mistake("This is false", "The API knows only true here", "Remove it");
    }
    return true;
  }

  private static List<String> types(Fields fields) {
    return fields.require("types").asList(SourceNode::asText);
  }
}
