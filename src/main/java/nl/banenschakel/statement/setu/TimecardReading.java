package nl.banenschakel.statement.setu;

import java.time.LocalDate;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.statement.sent.LineDraft.Action;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Reference.Owner;
import nl.banenschakel.statement.sent.StatementDraft;
import nl.banenschakel.statement.setu.SentLine.Text;
import nl.banenschakel.statement.setu.form.Members;
import nl.banenschakel.statement.setu.form.Place;

/** What a time card states that keeps to the form of SETU 2.0. */
final class TimecardReading {
  private static final String INTERVALS = "timeInterval";

  private final Members message;
  private final Place place;
  private final Mistakes mistakes = new Mistakes();

  TimecardReading(Members message, Place place) {
    this.message = message;
    this.place = place;
  }

  Stated stated(boolean corrects) {
    var period = message.in("period", "datePeriod");
    var firstDay = LocalDate.parse(period.required("start"));
    var lastDay = LocalDate.parse(period.required("end"));
    if (lastDay.isBefore(firstDay)) {
      mistakes.add(at("", "period"), "DATE_ORDER", "The period ends before it starts: mend one.");
    }
    var lines = new StatedLines(person(), firstDay, lastDay, mistakes);
    var intervals = message.list(INTERVALS);
    for (int i = 0; i < intervals.size(); i++) {
      lines.add(line(intervals.get(i), place.item(at("", INTERVALS), i)));
    }
    if (mistakes.total() > 0) {
      throw new Failure.Invalid(mistakes.kept(), mistakes.total());
    }
    return new Stated(
        new StatementDraft(
            reference(message.in("documentId")),
            message
                .members("staffingIds")
                .flatMap(ids -> ids.members("assignmentId"))
                .map(TimecardReading::reference),
            firstDay,
            lastDay,
            corrects,
            message.text("purchaseOrderNumber").map(String::strip).filter(it -> !it.isEmpty()),
            lines.lines()),
        lines.warnings());
  }

  /** The sender's own number, where there are two: to that one the sender linked a person. */
  private Reference person() {
    var ids = message.in("person").list("id").stream().map(TimecardReading::reference).toList();
    return ids.stream().filter(id -> id.owner() == Owner.PROVIDER).findFirst().orElse(ids.get(0));
  }

  private SentLine line(Members interval, String at) {
    var time = interval.in("period", "dateTimePeriod");
    var timeAt = at(at(at, "period"), "dateTimePeriod");
    var assigned = interval.text("dayAssignment").map(LocalDate::parse);
    return new SentLine(
        at,
        reference(interval.in("id")),
        interval.in("typeCode").required("value"),
        new Text(at(timeAt, "start"), time.required("start")),
        time.text("end").map(end -> new Text(at(timeAt, "end"), end)),
        interval.text("timeTotal").map(total -> new Text(at(at, "timeTotal"), total)),
        startsOn -> assigned.orElse(startsOn),
        Action.ADD);
  }

  private String at(String parent, String name) {
    return place.member(parent, name);
  }

  private static Reference reference(Members id) {
    return new Reference(
        id.required("schemeAgencyId").equals("Customer") ? Owner.RECEIVER : Owner.PROVIDER,
        id.required("value").strip());
  }
}
