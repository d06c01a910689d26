package nl.banenschakel.statement.confirmation.act;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.banenschakel.platform.vault.Signatures;

/** Signs acts, each upon the one before it, and tells which ones are as they were signed. */
public final class Chain {
  private final Signatures signatures;

  public Chain(Signatures signatures) {
    this.signatures = signatures;
  }

  /** What the next act comes upon. */
  public static String head(Answers answers) {
    var acts = answers.acts();
    return acts.isEmpty()
        ? Signatures.hash(ActJson.stated(answers))
        : acts.get(acts.size() - 1).hash();
  }

  public Act.Signed sign(Answers answers, Act act, UUID signer) {
    var document = ActJson.document(answers, act);
    return new Act.Signed(
        act, signer, Signatures.hash(document), signatures.sign(signer, document));
  }

  /**
   * Whether each act, by its number, is as it was signed, and comes upon what is there now: what is
   * changed afterwards, in a line or in an act, shows in it and in all after it.
   */
  public Map<Integer, Boolean> verify(Answers answers) {
    var verified = new HashMap<Integer, Boolean>();
    var head = Signatures.hash(ActJson.stated(answers));
    boolean whole = true;
    for (var signed : answers.acts()) {
      var document = ActJson.document(answers, signed.act());
      var hash = Signatures.hash(document);
      whole =
          whole
              && signed.act().nth() == verified.size() + 1
              && signed.act().previous().equals(head)
              && signed.hash().equals(hash)
              && signed
                  .act()
                  .actor()
                  .map(Act.Actor::organisation)
                  .orElse(signed.signer())
                  .equals(signed.signer())
              && signatures.holds(signed.signer(), document, signed.signature());
      verified.put(signed.act().nth(), whole);
      head = hash;
    }
    return verified;
  }
}
