package nl.banenschakel.statement.confirmation.act;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.json.PlainJson;

/**
 * What is signed: JSON in the canonical form of RFC 8785. Members stand in the order of their
 * names, there is no blank, numbers have one form, and of a text only what must be is escaped.
 */
public final class ActJson {
  private ActJson() {}

  /** What was stated, and the first act comes upon. */
  static String stated(Answers answers) {
    var lines = new JsonArray();
    answers.lines().forEach(line -> lines.add(stated(line)));
    var members = new TreeMap<String, Object>();
    members.put("lines", lines);
    members.put("statement", answers.statement().toString());
    return text(members);
  }

  /** What an act is signed as. */
  static String document(Answers answers, Act act) {
    return PlainJson.write(members(answers, act)).toString();
  }

  /** The same as it is told. */
  public static JsonObject members(Answers answers, Act act) {
    var steps = new JsonArray();
    act.steps().forEach(taken -> steps.add(step(taken)));
    var members = new TreeMap<String, Object>();
    members.put("act", act.nth());
    members.put("agreement", act.agreed().map(it -> it.agreement().toString()).orElse(null));
    members.put("agreementVersion", act.agreed().map(it -> it.version()).orElse(null));
    members.put("at", act.at().toString());
    members.put(
        "organisation", act.actor().map(Act.Actor::organisation).map(UUID::toString).orElse(null));
    members.put("previous", act.previous());
    members.put("statement", answers.statement().toString());
    members.put("steps", steps);
    members.put("subject", act.actor().map(Act.Actor::subject).orElse(null));
    return new JsonObject(members);
  }

  private static JsonObject stated(Answers.Line line) {
    var members = new TreeMap<String, Object>();
    members.put("firstDay", line.firstDay().toString());
    members.put("lastDay", line.lastDay().toString());
    members.put("position", line.position());
    members.put("pseudonym", line.pseudonym().toString());
    members.put("void", line.isVoid());
    members.put("workedHours", number(line.hours()));
    return new JsonObject(members);
  }

  private static JsonObject step(Act.Taken taken) {
    var members = new TreeMap<String, Object>();
    members.put("note", taken.note().orElse(null));
    members.put("position", taken.position());
    members.put("reason", taken.reason().map(ObjectionReason::text).orElse(null));
    members.put("state", taken.state().text());
    members.put("step", taken.step().text());
    members.put("workedHours", taken.hours().map(ActJson::number).orElse(null));
    return new JsonObject(members);
  }

  /** Without noughts at the end: 7.5 and 36. */
  private static BigDecimal number(WorkedHours hours) {
    return hours.total().stripTrailingZeros();
  }

  private static String text(Map<String, Object> members) {
    return PlainJson.write(new JsonObject(members)).toString();
  }
}
