package nl.banenschakel.agreement.outcome;

import java.math.BigDecimal;
import java.util.List;
import nl.banenschakel.kernel.VerloondeUren;

/**
 * Verified hours of people in a year, as verloonde uren.
 *
 * @param groups of people with as many hours each: nothing that is worked out asks who has them
 */
public record HoursOfYear(List<Group> groups) {
  public HoursOfYear {
    groups = List.copyOf(groups);
  }

  /**
   * People with as many hours.
   *
   * @param each of each of them in the year
   * @param persons how many they are
   */
  public record Group(VerloondeUren each, int persons) {}

  /** How many people there are. */
  public int persons() {
    return groups.stream().mapToInt(Group::persons).sum();
  }

  /** Of all of them together. */
  BigDecimal total() {
    return BigDecimal.valueOf(
        groups.stream().mapToLong(it -> it.each().hours() * it.persons()).sum());
  }
}
