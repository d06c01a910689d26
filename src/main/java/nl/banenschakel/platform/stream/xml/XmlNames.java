package nl.banenschakel.platform.stream.xml;

import com.fasterxml.aalto.AsyncXMLStreamReader;
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
  private static final int PLACES = 1024;

  private final Set<String> all = new HashSet<>();

  /** By hash: the parser gives the same text each time, so most names need no more looking. */
  private final @Nullable String[] met = new String[2 * PLACES];

  /** Adds the names of the element that is being opened; true when there are too many now. */
  boolean areTooManyAt(AsyncXMLStreamReader<?> xml) {
    boolean tooMany = isOneTooMany(xml.getLocalName());
    tooMany |= !xml.getPrefix().isEmpty() && isOneTooMany(xml.getPrefix());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      tooMany |= isOneTooMany(xml.getAttributeLocalName(i));
    }
    // Not among the attributes, and the parser searches all of them at each tag.
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      tooMany |= isOneTooMany(String.valueOf(xml.getNamespacePrefix(i)));
    }
    return tooMany;
  }

  /** Adds a name; true when it is a new one and one too many. */
  boolean isOneTooMany(String name) {
    // Two to a place: those of two names would else push each other out all the time.
    int place = 2 * (name.hashCode() & (PLACES - 1));
    if (isSame(met[place], name) || isSame(met[place + 1], name)) {
      return false;
    }
    met[place + 1] = met[place];
    met[place] = name;
    return all.add(name) && all.size() > NAMES_MAX;
  }

  /** The very same text, not an equal one: that is all it takes to know that it was met. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable String one, String other) {
    return one == other;
  }
}
