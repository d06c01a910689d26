package nl.banenschakel.person;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.vault.TenantVault;
import org.jspecify.annotations.Nullable;

/**
 * Seals the BSNs of one delivery at the edge: rows keep the blind index only. A decoder owns one;
 * it is not safe for two threads at once.
 */
public final class PersonSealer {
  /**
   * Places for people remembered, so that somebody who is often in a file is mostly sealed once.
   */
  private static final int PLACES = 1 << 14;

  private final TenantVault vault;
  private final List<PersonDraft> drafts = new ArrayList<>();

  // By the BSN's hash: whoever comes to a place that is taken takes it.
  private final @Nullable Bsn[] remembered = new Bsn[PLACES];
  private final @Nullable Buffer[] indexes = new Buffer[PLACES];

  /** Seals with the keys of one tenant. */
  public PersonSealer(TenantVault vault) {
    this.vault = vault;
  }

  /**
   * The blind index of this person, who is in the next {@link #drain} if not remembered: once or
   * more.
   */
  public Buffer blindIndex(Bsn bsn) {
    int hash = bsn.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    var index = indexes[place];
    if (index == null || !bsn.equals(remembered[place])) {
      index = seal(bsn);
      remembered[place] = bsn;
      indexes[place] = index;
    }
    return index;
  }

  /**
   * The blind index of the BSN that a text may stand for; by this nobody becomes a person. Empty
   * where the text looks like none.
   */
  public Optional<Buffer> blindIndexIn(String text) {
    return Bsn.possibleIn(text).map(vault::blindIndex);
  }

  /** Stands for somebody of whom only this text is known, such as a number without a BSN. */
  public Buffer pseudonym(String text) {
    return vault.pseudonym(text);
  }

  /** The people met since the last call: they go with the batch of rows that is handed on. */
  public List<PersonDraft> drain() {
    var drained = List.copyOf(drafts);
    drafts.clear();
    return drained;
  }

  private Buffer seal(Bsn bsn) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var draft = new PersonDraft(id, vault.seal(id, bsn));
    drafts.add(draft);
    return draft.bsn().blindIndex();
  }
}
