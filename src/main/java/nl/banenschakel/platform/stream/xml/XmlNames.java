package nl.banenschakel.platform.stream.xml;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of elements and attributes of one file: the parser keeps each of them, so there may be
 * so many and no more. A wage return has about 200.
 */
final class XmlNames {
  /** Different names in a file. */
  static final int NAMES_MAX = 500;

  /** A power of two. */
  private static final int MET_MAX = 1024;

  private final Set<String> all = new HashSet<>();

  /** By hash: the parser gives the same text each time, so most names need no more looking. */
  private final @Nullable String[] met = new String[MET_MAX];

  /** Adds a name; true when it is a new one and one too many. */
  boolean isOneTooMany(String name) {
    int slot = name.hashCode() & (MET_MAX - 1);
    if (isSame(met[slot], name)) {
      return false;
    }
    met[slot] = name;
    return all.add(name) && all.size() > NAMES_MAX;
  }

  /** The very same text, not an equal one: that is all it takes to know that it was met. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable String one, String other) {
    return one == other;
  }
}
