package dev.fakebeeper.control.bridges;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Arrival;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.ProvisioningCapabilities;
import dev.fakebeeper.world.RemoveScope;
import java.util.List;
import java.util.Locale;

/** Reads bridges. */
final class BridgeFormat {
  /** The version of the format, the value of the member that names it. */
  private static final long VERSION = 1;

  private static final Choice<Account.Provider> PROVIDER =
      Choice.of(Account.Provider.values(), BridgeFormat::hyphenated);
  private static final Choice<RemoveScope> SCOPE =
      Choice.of(RemoveScope.values(), BridgeFormat::hyphenated);

  private BridgeFormat() {}

  private static String hyphenated(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Bridge read(SourceNode node) {
    var fields = node.asFields("A bridge");
    version(fields);
    fields.text("about");
    var network = fields.require("network").asText();
    var bridge =
        new Bridge(
            id(fields.require("id")),
            network,
            fields.or("provider", PROVIDER::read, Account.Provider.CLOUD),
            fields.text("name", network),
            capacity(fields),
            fields.or(
                "removeScopes", all -> all.asList(SCOPE::read), List.of(RemoveScope.values())),
            fields.or("capabilities", ProvisioningFormat::read, ProvisioningCapabilities.none()),
            new FlowFormat().readAll(fields),
            arrival(fields),
            null,
            null);
    fields.done();
    return bridge;
  }

  private static void version(Fields fields) {
    var version = fields.require("fakeBeeperBridge");
    if (version.asNumber() != VERSION) {
      throw version.mistake(
          "The version " + version.asNumber() + " of the format is not known",
          "This build reads version " + VERSION,
          "Write fakeBeeperBridge: " + VERSION);
    }
  }

  private static String id(SourceNode node) {
    var id = node.asText();
    if (!id.matches(Bridge.ID)) {
      throw node.mistake(
          "\"" + id + "\" is no id of a bridge",
          "It stands in paths: letters, digits, underscores and hyphens",
          "Write an id such as local-whatsapp");
    }
    return id;
  }

  private static Bridge.Capacity capacity(Fields fields) {
    var multiple = !Boolean.FALSE.equals(fields.flagOrNull("supportsMultipleAccounts"));
    return new Bridge.Capacity(multiple, fields.number("accountLimit"));
  }

  private static Arrival arrival(Fields fields) {
    var plain = Arrival.plain();
    return new Arrival(
        fields.or("account", BridgeFormat::pattern, plain.account()),
        fields.or("imports", ImportsFormat::read, plain.imports()));
  }

  private static Arrival.Pattern pattern(SourceNode node) {
    var fields = node.asFields("The ids of accounts");
    var usual = Arrival.plain().account();
    var pattern =
        new Arrival.Pattern(
            fields.text("login", usual.login()),
            fields.text("account", usual.account()),
            fields.text("user", usual.user()));
    fields.done();
    return pattern;
  }
}
