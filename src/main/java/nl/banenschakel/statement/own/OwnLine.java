package nl.banenschakel.statement.own;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.statement.hourtype.HourTypes;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Reference;

/** A line of a statement in our own JSON: hours on a day, or over a span of days. */
record OwnLine(
    String person,
    String hourType,
    LocalDate firstDay,
    LocalDate lastDay,
    Optional<OffsetDateTime> start,
    Optional<OffsetDateTime> end,
    WorkedHours hours) {
  /** An object of {@code lines}, or every mistake in it. */
  static OwnLine parse(Fields in) {
    var person = in.required("person", Fields.text(Reference.VALUE_MAX));
    var hourType = in.required("hourType", HourTypes.sent());
    var day = in.optional("day", Days::parse);
    var firstDay = in.optional("firstDay", Days::parse);
    var lastDay = in.optional("lastDay", Days::parse);
    var start = in.optional("start", DutchTime::start);
    var end = in.optional("end", DutchTime::end);
    var hours = in.requiredNumber("workedHours", LineDraft::hours);
    boolean span = in.has("firstDay") || in.has("lastDay");
    if (in.has("day") == span) {
      in.refuse("day", "DAY_OR_SPAN", "Give a day, or a first and a last day.");
    } else if (span && (firstDay.optional().isEmpty() || lastDay.optional().isEmpty())) {
      in.refuse("lastDay", "DAY_OR_SPAN", "A span has a first and a last day.");
    } else if (span && lastDay.get().isBefore(firstDay.get())) {
      in.refuse("lastDay", "DATE_ORDER", "The last day lies before the first one.");
    }
    if (start.optional().isPresent()
        && end.optional().filter(start.optional().get()::isAfter).isPresent()) {
      in.refuse("end", "TIME_ORDER", "The end lies before the start.");
    }
    return in.build(
        () ->
            new OwnLine(
                person.get(),
                hourType.get(),
                day.optional().orElseGet(firstDay::get),
                day.optional().orElseGet(lastDay::get),
                start.optional(),
                end.optional(),
                hours.get()));
  }

  /** In its place, from 0. */
  LineDraft at(int index) {
    return new LineDraft(
        new Reference(Reference.Owner.PROVIDER, String.valueOf(index + 1)),
        "/lines/" + index,
        new Reference(Reference.Owner.PROVIDER, person),
        hourType,
        firstDay,
        lastDay,
        start,
        end,
        hours,
        LineDraft.Action.ADD);
  }
}
