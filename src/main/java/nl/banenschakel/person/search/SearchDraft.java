package nl.banenschakel.person.search;

import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.json.Fields;

/**
 * Whom is looked for.
 *
 * @param bsns 1 to {@value #BSNS_MAX}
 */
record SearchDraft(List<Bsn> bsns) {
  private static final int BSNS_MAX = 20;

  static SearchDraft parse(Fields in) {
    var bsns = in.values("bsns", 1, BSNS_MAX, Bsn::parse);
    return in.build(() -> new SearchDraft(bsns.get()));
  }
}
