package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.Network;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads kinds of networks. */
final class NetworkFormat {
  static final Choice<Account.Provider> PROVIDER =
      Choice.of(
          Account.Provider.values(), p -> p.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  private static final Choice<NetworkPlan.Shown> SHOWN =
      Choice.of(NetworkPlan.Shown.values(), s -> s.name().toLowerCase(Locale.ROOT));

  private NetworkFormat() {}

  static Map<String, NetworkPlan> readAll(SourceNode node) {
    var all = new LinkedHashMap<String, NetworkPlan>();
    node.asMap(one -> one).forEach((type, one) -> all.put(type, read(type, one)));
    return all;
  }

  private static NetworkPlan read(String type, SourceNode node) {
    var fields = node.asFields("A network");
    var none = ChatCapabilities.none();
    var network =
        new Network(
            type,
            fields.text("name", type),
            fields.or("capabilities", one -> CapabilitiesFormat.read(one, none), none),
            fields.number("reactionsPerPerson", 1),
            !Boolean.FALSE.equals(fields.flagOrNull("live")),
            fields.flag("notifyAnyway"));
    var plan =
        new NetworkPlan(
            network,
            fields.or("provider", PROVIDER::read, Account.Provider.CLOUD),
            fields.text("bridge", type),
            fields.or("ids", one -> IdPatterns.read(one, type), IdPatterns.usual(type)),
            fields.list("shows", SHOWN::read));
    fields.done();
    return plan;
  }
}
