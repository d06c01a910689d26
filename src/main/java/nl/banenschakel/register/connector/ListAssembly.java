package nl.banenschakel.register.connector;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * A list that comes in pages. Who lacks on a list counts as not seen, so a list with a page too
 * few, or of two lists, is none.
 */
final class ListAssembly {
  private final BridgeJson.Page first;
  private final Set<Bsn> people = new LinkedHashSet<>();
  private Optional<BridgeJson.Cursor> following = Optional.empty();

  /** Begins with the first page, which must be of the number that was asked for. */
  ListAssembly(Loonheffingennummer asked, BridgeJson.Page first) {
    this.first = first;
    if (!first.number().equals(asked)) {
      throw unreadable("The list is of another loonheffingennummer than was asked for.");
    }
    add(first);
  }

  Loonheffingennummer number() {
    return first.number();
  }

  /** Where the next page begins, while there is one. */
  Optional<BridgeJson.Cursor> following() {
    return following;
  }

  void add(BridgeJson.Page page) {
    if (!page.isOfOneListWith(first)) {
      throw unreadable("Its pages are of different lists.");
    }
    if (page.bsns().isEmpty() && page.next().isPresent()) {
      throw unreadable("A page that is not the last has nobody.");
    }
    for (var bsn : page.bsns()) {
      if (!people.add(bsn)) {
        throw unreadable("Somebody is on it twice.");
      }
    }
    if (people.size() > first.persons()) {
      throw unreadable("It has more people than it says.");
    }
    following = page.following();
  }

  /** The list, with as many people as it says. */
  BridgeList whole() {
    if (people.size() != first.persons()) {
      throw unreadable("It has fewer people than it says.");
    }
    return new BridgeList(first.peildatum(), first.updatedTo(), List.copyOf(people));
  }

  private static BridgeFailed unreadable(String detail) {
    return new BridgeFailed(BridgeFailed.Reason.UNREADABLE, detail);
  }
}
