package dev.fakebeeper.world;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge can do when chats are made.
 *
 * @param ways how people can be found and reached
 * @param groups what a new group may have, by group type
 * @param imagePackImport whether sticker packs can be imported, null when nobody tells
 */
public record ProvisioningCapabilities(
    Set<Way> ways, Map<String, GroupType> groups, @Nullable Boolean imagePackImport) {

  /** Copies both, the groups in the order of their names. */
  public ProvisioningCapabilities {
    ways = Set.copyOf(ways);
    groups = Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  /** How people can be found and reached; the wire spells it in lower case. */
  public enum Way {
    ANY_PHONE,
    CONTACT_LIST,
    CREATE_DM,
    LOOKUP_EMAIL,
    LOOKUP_PHONE,
    LOOKUP_USERNAME,
    SEARCH
  }

  /**
   * One type of group.
   *
   * @param description for people
   * @param fields what it may have, by the vendor's names such as {@code participants}
   */
  public record GroupType(String description, Map<String, GroupField> fields) {
    /** Copies the fields, in the order of their names. */
    public GroupType {
      fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }
  }

  /**
   * The rule for one field of a new group.
   *
   * @param required whether it must be given, null when nobody tells
   * @param settings of a disappearing timer, null for other fields
   */
  public record GroupField(
      boolean allowed,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable Boolean required,
      ChatCapabilities.@Nullable DisappearingTimer settings) {}

  /** Nothing at all. */
  public static ProvisioningCapabilities none() {
    return new ProvisioningCapabilities(Set.of(), Map.of(), null);
  }
}
