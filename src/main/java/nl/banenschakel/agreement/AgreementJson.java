package nl.banenschakel.agreement;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement.Holding;
import nl.banenschakel.agreement.Agreement.Taken;
import nl.banenschakel.agreement.Agreement.Version;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.agreement.content.Words;
import nl.banenschakel.agreement.wording.WordingJson;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.json.PlainJson;
import nl.banenschakel.relation.Relation;

/** Agreements as the contract of the interface writes them. */
public final class AgreementJson {
  private final WordingJson wording;
  private final Clock clock;

  AgreementJson(WordingJson wording, Clock clock) {
    this.wording = wording;
    this.clock = clock;
  }

  /** As it stands, with all that was done. */
  public JsonObject of(Agreement agreement) {
    var today = Netherlands.today(clock);
    var steps = new JsonArray();
    agreement.steps().forEach(step -> steps.add(of(step)));
    var holdings = new JsonArray();
    agreement.holdings().forEach(holding -> holdings.add(of(holding)));
    return new JsonObject()
        .put("id", agreement.id().toString())
        .put("relation", agreement.relation().toString())
        .put("kind", agreement.kind().text())
        .put("provider", of(agreement.provider()))
        .put("receiver", of(agreement.receiver()))
        .put("state", Words.text(agreement.state()))
        .put("versions", agreement.versions().size())
        .put("proposal", agreement.proposal().map(Version::number).orElse(null))
        .put("inForce", agreement.holdingOn(today).map(Version::number).orElse(null))
        .put("holdings", holdings)
        .put("steps", steps);
  }

  /** One version with what it says. */
  JsonObject of(AgreementVersion shown) {
    var agreement = shown.agreement();
    return of(agreement, shown.version())
        .put("document", members(agreement, shown.version().number(), shown.content()))
        .put("sentences", wording.sentences(agreement, shown.content()));
  }

  /** One version without what it says. */
  static JsonObject of(Agreement agreement, Version version) {
    return new JsonObject()
        .put("version", version.number())
        .put("state", state(agreement, version))
        .put("hash", version.hash())
        .put("validFrom", version.validFrom().toString())
        .put("validUntil", version.validUntil().map(Object::toString).orElse(null))
        .put("proposedAt", version.at().toInstant().toString())
        .put("proposedFor", version.proposer().toString())
        .put("proposedBy", version.by());
  }

  /** What is hashed: JSON in the canonical form of RFC 8785. */
  static String document(Agreement agreement, int version, Content content) {
    return PlainJson.write(members(agreement, version, content)).toString();
  }

  /**
   * The members stand in the order of their names, there is no blank, and numbers have one form:
   * that is all the canonical form asks, for no text in it needs to be escaped.
   */
  private static JsonObject members(Agreement agreement, int version, Content content) {
    var members = new TreeMap<String, Object>();
    members.put("agreement", agreement.id().toString());
    members.put("content", ContentJson.of(content));
    members.put("kind", agreement.kind().text());
    members.put("provider", agreement.provider().id().orElseThrow().toString());
    members.put("receiver", agreement.receiver().id().orElseThrow().toString());
    members.put("relation", agreement.relation().toString());
    members.put("version", version);
    return new JsonObject(members);
  }

  private static String state(Agreement agreement, Version version) {
    if (agreement.isAccepted(version)) {
      return "accepted";
    }
    if (agreement.isDeclined(version)) {
      return "declined";
    }
    return agreement.proposal().equals(Optional.of(version)) ? "proposed" : "replaced";
  }

  private static JsonObject of(Relation.Side side) {
    return new JsonObject()
        .put("organisation", side.id().map(UUID::toString).orElse(null))
        .put("name", side.name());
  }

  private static JsonObject of(Holding holding) {
    return new JsonObject()
        .put("version", holding.version().number())
        .put("from", holding.from().toString())
        .put("until", holding.until().map(Object::toString).orElse(null));
  }

  private static JsonObject of(Taken step) {
    return new JsonObject()
        .put("step", Words.text(step.step()))
        .put("state", Words.text(step.state()))
        .put("version", step.version())
        .put("lastDay", step.lastDay().map(Object::toString).orElse(null))
        .put("reason", step.reason().orElse(null))
        .put("at", step.at().toInstant().toString())
        .put("organisation", step.actor().toString())
        .put("by", step.by());
  }
}
