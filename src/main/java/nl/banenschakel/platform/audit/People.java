package nl.banenschakel.platform.audit;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whom an answer tells of.
 *
 * @param number how many; empty: not known
 * @param ids who, as far as they are known here and are no more than {@value #NAMED_MAX}: of more,
 *     the resource tells who they were
 */
public record People(Optional<Integer> number, Set<UUID> ids) {
  /** One page of a list. */
  public static final int NAMED_MAX = 200;

  /** It is not known how many. */
  public static final People UNKNOWN = new People(Optional.empty(), Set.of());

  /** These, each counted once. */
  public static People of(Collection<UUID> persons) {
    var ids = Set.copyOf(persons);
    return new People(Optional.of(ids.size()), ids.size() > NAMED_MAX ? Set.of() : ids);
  }

  /** These, and others who are not known here. */
  public static People atLeast(Collection<UUID> persons) {
    return new People(Optional.empty(), of(persons).ids());
  }

  /** So many, who are not named. */
  public static People of(int number) {
    return new People(Optional.of(number), Set.of());
  }
}
