package nl.banenschakel.register.connector;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;

/**
 * A register that does not exist, and who works where. As the real one it is looked at through a
 * copy that is refreshed now and then: what was entered after the last refresh does not show yet,
 * and may concern a day long before it (DOMAIN 3, rules 3 and 4). Safe for several threads.
 */
public final class SimulatedWorld {
  private final LocalDate firstRefresh;
  private final Period betweenRefreshes;
  private final Map<Loonheffingennummer, Set<Bsn>> staff = new HashMap<>();
  private final Map<Bsn, List<Entry>> entries = new HashMap<>();

  /** What was written down about somebody, and when; the last one counts. */
  private record Entry(Instant enteredAt, LocalDate from, Optional<LocalDate> lastDay) {}

  /**
   * A registration as the copy shows it.
   *
   * @param lastDay inclusive; empty while no end is known
   */
  record Registration(LocalDate from, Optional<LocalDate> lastDay) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && lastDay.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /**
   * Nobody yet.
   *
   * @param firstRefresh the copy is made at the beginning of this day, and then every so often
   */
  public SimulatedWorld(LocalDate firstRefresh, Period betweenRefreshes) {
    this.firstRefresh = firstRefresh;
    this.betweenRefreshes = betweenRefreshes;
  }

  /** The register knows this employer from now on. */
  public synchronized void employer(Loonheffingennummer number) {
    staff.computeIfAbsent(number, first -> new LinkedHashSet<>());
  }

  /** Somebody works for this employer from now on, in the register or not. */
  public synchronized void hire(Loonheffingennummer number, Bsn bsn) {
    employer(number);
    staff.getOrDefault(number, Set.of()).add(bsn);
  }

  /** Somebody is registered from a day, which may lie before the moment of entry. */
  public synchronized void register(Bsn bsn, LocalDate from, Instant enteredAt) {
    enter(bsn, new Entry(enteredAt, from, Optional.empty()));
  }

  /** Somebody leaves after a day: most often the last one of a year. */
  public synchronized void signOut(Bsn bsn, LocalDate lastDay, Instant enteredAt) {
    var known = entries.getOrDefault(bsn, List.of());
    if (known.isEmpty()) {
      throw new IllegalArgumentException("Nobody leaves who is not in.");
    }
    var from = known.get(known.size() - 1).from();
    enter(bsn, new Entry(enteredAt, from, Optional.of(lastDay)));
  }

  /** The day of the copy that is looked at now. */
  public LocalDate refreshedOn(Instant now) {
    var today = LocalDate.ofInstant(now, Netherlands.ZONE);
    var refreshed = firstRefresh;
    for (var next = refreshed; !next.isAfter(today); next = next.plus(betweenRefreshes)) {
      refreshed = next;
    }
    return refreshed;
  }

  synchronized boolean knows(Loonheffingennummer number) {
    return staff.containsKey(number);
  }

  /** Who works there and is in the register today, as far as the copy shows. */
  synchronized List<Bsn> listed(Loonheffingennummer number, Instant now) {
    var today = LocalDate.ofInstant(now, Netherlands.ZONE);
    return staff.getOrDefault(number, Set.of()).stream()
        .filter(bsn -> registration(bsn, now).filter(it -> it.holdsOn(today)).isPresent())
        .toList();
  }

  /** How somebody is registered, as far as the copy shows. */
  synchronized Optional<Registration> registration(Bsn bsn, Instant now) {
    var copied = refreshedOn(now).atStartOfDay(Netherlands.ZONE).toInstant();
    return entries.getOrDefault(bsn, List.of()).stream()
        .filter(entry -> !entry.enteredAt().isAfter(copied))
        .max(Comparator.comparing(Entry::enteredAt))
        .map(entry -> new Registration(entry.from(), entry.lastDay()));
  }

  private void enter(Bsn bsn, Entry entry) {
    entries.computeIfAbsent(bsn, first -> new ArrayList<>()).add(entry);
  }
}
