package dev.fakebeeper.control.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.Network;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NetworksTest {
  private static final Map<String, Network> NETWORKS =
      StartingWorlds.load("empty", StartingWorlds.FROZEN_START, 1).networks();

  @Test
  void every_network_says_what_it_can_do() {
    assertThat(NETWORKS).hasSizeGreaterThanOrEqualTo(10);
    assertThat(NETWORKS.values())
        .allSatisfy(
            network -> {
              var can = network.capabilities();
              assertThat(network.displayName()).isNotBlank();
              assertThat(can.attachments()).containsKey("m.image");
              assertThat(can.attachments().values())
                  .allSatisfy(kind -> assertThat(kind.mimeTypes()).isNotEmpty());
              assertThat(can.maxTextLength()).isPositive();
              assertThat(can.reactionCount()).isEqualTo(network.reactionsPerPerson());
              assertThat(can.reply()).isNotNull();
              assertThat(can.edit()).isNotNull();
              assertThat(can.delete()).isNotNull();
            });
  }

  @Test
  void networks_differ_where_clients_must_care() {
    assertThat(can("whatsapp").editMaxAge()).isEqualTo(15 * 60);
    assertThat(can("signal").editMaxAge()).isEqualTo(24 * 60 * 60);
    assertThat(can("discordgo").maxTextLength()).isEqualTo(2_000);
    assertThat(ChatCapabilities.allows(can("instagramgo").edit())).isFalse();
    assertThat(ChatCapabilities.allows(can("gmessages").delete())).isFalse();
    assertThat(can("slackgo").disappearingTimer()).isNull();
    assertThat(can("gmessages").markAsUnread()).isFalse();
    assertThat(can("telegram").allowedReactions()).isNotEmpty();
    assertThat(can("whatsapp").reactionCount()).isEqualTo(1);
    assertThat(can("slackgo").reactionCount()).isGreaterThan(1);
  }

  @Test
  void only_imessage_is_silent_and_notifies_anyway() {
    assertThat(NETWORKS.values())
        .filteredOn(network -> !network.live() || network.notifyAnyway())
        .extracting(Network::type)
        .containsExactly("imessage");
  }

  private static ChatCapabilities can(String network) {
    return Objects.requireNonNull(NETWORKS.get(network)).capabilities();
  }
}
