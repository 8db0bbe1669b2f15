package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgeStatus;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.ProvisioningCapabilities;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupField;
import dev.fakebeeper.world.ProvisioningCapabilities.GroupType;
import dev.fakebeeper.world.ProvisioningCapabilities.Way;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bridges from the vendor's {@code Bridge}, {@code LoginFlow} and {@code ProvisioningCapabilities}.
 */
public final class BridgeReader {
  private BridgeReader() {}

  /**
   * A bridge with an {@code id}.
   *
   * @param known what is known of it beside, such as its wizards; null for nothing
   */
  public static Bridge read(JsonNode json, @Nullable Bridge known) {
    var bridge = Given.in(json);
    var id = bridge.id("id");
    var type = bridge.text("type", id);
    var named = new Account.Bridge(id, type, bridge.word("provider", Account.Provider.CLOUD));
    var base = known == null ? Bridge.undescribed(named, type) : known;
    var multiple = bridge.maybe("supportsMultipleAccounts");
    return base.with(
        it ->
            it.type(type)
                .provider(named.provider())
                .displayName(bridge.text("displayName", base.displayName()))
                .capacity(
                    multiple == null
                        ? base.capacity()
                        : new Bridge.Capacity(multiple, base.capacity().limit()))
                .statusText(bridge.text("statusText")));
  }

  /** The status that a bridge is shown with. */
  public static BridgeStatus status(JsonNode bridge) {
    return Given.in(bridge).word("status", BridgeStatus.AVAILABLE);
  }

  /** A flow that is known, with the name and the description that it is shown with. */
  public static LoginFlow read(JsonNode json, LoginFlow known) {
    var flow = Given.in(json);
    return new LoginFlow(
        known.id(), flow.text("name"), flow.text("description"), known.lifetime(), known.steps());
  }

  /** What a bridge can do when chats are made. */
  public static ProvisioningCapabilities capabilities(JsonNode json) {
    var can = Given.in(json);
    var ways = EnumSet.noneOf(Way.class);
    for (var way : Way.values()) {
      if (can.part("resolve_identifier").flag(way.name().toLowerCase(Locale.ROOT))) {
        ways.add(way);
      }
    }
    var groups =
        can.part("group_creation").byName((all, type) -> all.object(type, BridgeReader::groupType));
    return new ProvisioningCapabilities(ways, groups, can.maybe("image_pack_import"));
  }

  private static GroupType groupType(Given type) {
    var fields = type.byName((all, name) -> all.object(name, BridgeReader::field));
    return new GroupType(type.text("type_description", ""), fields);
  }

  private static GroupField field(Given field) {
    return new GroupField(
        field.flag("allowed"),
        field.number("min_length"),
        field.number("max_length"),
        field.maybe("required"),
        field.object("settings", s -> CapabilitiesReader.timer(s, "omit_empty_timer")));
  }
}
