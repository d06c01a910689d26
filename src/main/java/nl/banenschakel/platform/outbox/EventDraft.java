package nl.banenschakel.platform.outbox;

import java.util.Map;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;

/**
 * Something that happened.
 *
 * @param type reverse DNS without the name of an organisation, and a version: {@code
 *     nl.banenafspraak.register-snapshot-added.v1}
 * @param address where what it is about can be read, such as {@code /v1/register-snapshots/<id>}
 * @param data small facts that save the reader a call: codes, days, numbers; never about a person
 */
record EventDraft(String type, String address, Map<String, String> data) {
  static final int MEMBERS_MAX = 20;
  static final int TEXT_CHARS_MAX = 200;
  private static final String ROOT = "/v1/";
  private static final Pattern TYPE =
      Pattern.compile("nl\\.banenafspraak\\.[a-z]+(-[a-z0-9]+)*\\.v[1-9]");
  private static final Pattern ADDRESS = Pattern.compile(ROOT + "[a-z0-9_./-]{1,190}");

  EventDraft {
    data = Map.copyOf(data);
    require(TYPE.matcher(type).matches(), "An event's type is nl.banenafspraak.<thing>-<what>.v1.");
    require(ADDRESS.matcher(address).matches(), "An event's address begins with /v1/.");
    require(!Bsn.occursBesideIds(address), "An event's address holds a BSN.");
    require(data.size() <= MEMBERS_MAX, "An event has too many data.");
    data.values().forEach(EventDraft::requireText);
  }

  /** The same without the root of the interface: what CloudEvents calls the subject. */
  String subject() {
    return address.substring(ROOT.length());
  }

  private static void requireText(String text) {
    require(text.length() <= TEXT_CHARS_MAX, "A text of an event is too long.");
    require(!Bsn.occursBesideIds(text), "A text of an event holds a BSN.");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
