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
 * @param reads what of them it tells; empty: what its operation is declared with
 */
public record People(Optional<Integer> number, Set<UUID> ids, Optional<Reads> reads) {
  /** One page of a list. */
  public static final int NAMED_MAX = 200;

  /** It is not known how many. */
  public static final People UNKNOWN = new People(Optional.empty(), Set.of(), Optional.empty());

  /** These, each counted once. */
  public static People of(Collection<UUID> persons) {
    var ids = Set.copyOf(persons);
    return new People(ids.size(), ids.size() > NAMED_MAX ? Set.of() : ids);
  }

  /** These, and others who are not known here. */
  public static People atLeast(Collection<UUID> persons) {
    return new People(Optional.empty(), of(persons).ids(), Optional.empty());
  }

  /** So many, who are not named. */
  public static People of(int number) {
    return new People(number, Set.of());
  }

  /** So many, some of whom are known here. */
  public People(int number, Set<UUID> ids) {
    this(Optional.of(number), ids, Optional.empty());
  }

  /** The same, where the operation does not say what it tells of them. */
  public People as(Reads told) {
    return new People(number, ids, Optional.of(told));
  }
}
