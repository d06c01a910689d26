package nl.banenschakel.statement.confirmation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.statement.confirmation.act.Act;
import nl.banenschakel.statement.confirmation.act.ActJson;
import nl.banenschakel.statement.confirmation.act.Answers;
import nl.banenschakel.statement.confirmation.act.Answers.Latest;
import nl.banenschakel.statement.confirmation.act.LineState;
import nl.banenschakel.statement.confirmation.act.ObjectionReason;
import nl.banenschakel.statement.confirmation.act.ObjectionTerm;
import org.jspecify.annotations.Nullable;

/** What both said of statements, as the contract writes it. */
final class ConfirmationJson {
  private ConfirmationJson() {}

  /**
   * All of one statement.
   *
   * @param verified whether each act, by its number, is as it was signed
   */
  static JsonObject of(Answers answers, Map<Integer, Boolean> verified) {
    var latest = answers.latest();
    var lines = new JsonArray();
    answers.answerable().forEach(line -> lines.add(line(line, latest)));
    var acts = new JsonArray();
    answers.acts().forEach(signed -> acts.add(act(answers, signed, verified)));
    return new JsonObject()
        .put("statement", answers.statement().toString())
        .put("sender", answers.sender().toString())
        .put("receiver", answers.receiver().toString())
        .put("replacedBy", answers.replacedBy().map(UUID::toString).orElse(null))
        .put("state", answers.state().text())
        .put("term", answers.term().map(ConfirmationJson::term).orElse(null))
        .put("lines", lines)
        .put("acts", acts);
  }

  /** One of a list. */
  static JsonObject of(Waiting waiting) {
    var lines = waiting.lines();
    return new JsonObject()
        .put("statement", waiting.statement().toString())
        .put("sender", waiting.sender().toString())
        .put("receiver", waiting.receiver().toString())
        .put("assignment", waiting.assignment().toString())
        .put("firstDay", waiting.firstDay().toString())
        .put("lastDay", waiting.lastDay().toString())
        .put("receivedAt", waiting.receivedAt().toString())
        .put("state", waiting.state().text())
        .put("term", waiting.term().map(ConfirmationJson::term).orElse(null))
        .put("linesForReceiver", lines.receiver())
        .put("linesForSender", lines.sender())
        .put("linesConfirmed", lines.nobody())
        .put("statedWorkedHours", waiting.stated().total())
        .put("confirmedWorkedHours", waiting.confirmed().total());
  }

  private static JsonObject line(Answers.Line line, Map<Integer, Latest> latest) {
    var state = Answers.state(latest, line);
    var last = Optional.ofNullable(latest.get(line.position()));
    var taken = last.map(Latest::taken);
    return new JsonObject()
        .put("position", line.position())
        .put("pseudonym", line.pseudonym().toString())
        .put("firstDay", line.firstDay().toString())
        .put("lastDay", line.lastDay().toString())
        .put("statedWorkedHours", line.hours().total())
        .put("state", state.text())
        .put("workedHours", taken.flatMap(Act.Taken::hours).map(WorkedHours::total).orElse(null))
        .put("reason", taken.flatMap(Act.Taken::reason).map(ObjectionReason::text).orElse(null))
        .put("note", taken.flatMap(Act.Taken::note).orElse(null))
        .put("waitsFor", waitsFor(state))
        .put("act", last.map(it -> it.act().nth()).orElse(null));
  }

  private static @Nullable String waitsFor(LineState state) {
    return switch (state.waitsFor()) {
      case RECEIVER -> "receiver";
      case SENDER -> "sender";
      case NOBODY -> null;
    };
  }

  private static JsonObject act(
      Answers answers, Act.Signed signed, Map<Integer, Boolean> verified) {
    return new JsonObject()
        .put("document", ActJson.members(answers, signed.act()))
        .put("hash", signed.hash())
        .put("verified", verified.get(signed.act().nth()));
  }

  private static JsonObject term(ObjectionTerm term) {
    var agreed = term.agreed();
    return new JsonObject()
        .put("days", term.days())
        .put("dueAt", term.due().toString())
        .put("agreement", agreed.map(it -> it.agreement().toString()).orElse(null))
        .put("version", agreed.map(ObjectionTerm.Agreed::version).orElse(null))
        .put("silence", agreed.map(it -> term.accepts() ? "accepts" : "disputes").orElse(null));
  }
}
