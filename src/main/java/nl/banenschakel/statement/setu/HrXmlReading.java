package nl.banenschakel.statement.setu;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.statement.hourtype.HourTypes;
import nl.banenschakel.statement.sent.LineDraft.Action;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Reference.Owner;
import nl.banenschakel.statement.sent.StatementDraft;
import nl.banenschakel.statement.setu.SentLine.Text;
import nl.banenschakel.statement.setu.form.FormElement;
import nl.banenschakel.statement.setu.form.Members;
import nl.banenschakel.statement.setu.form.Place;

/** What a time card states that keeps to the form of SETU 1.4. */
final class HrXmlReading {
  private static final String TIME = "ReportedTime";
  private static final List<String> LINES = List.of("TimeInterval", "Expense", "Allowance");

  private final Members message;
  private final Members time;
  private final Mistakes mistakes = new Mistakes();

  HrXmlReading(Members message) {
    this.message = message;
    this.time = message.in(TIME);
  }

  Stated stated() {
    var firstDay = day("PeriodStartDate");
    var lastDay = day("PeriodEndDate");
    if (lastDay.isBefore(firstDay)) {
      mistakes.add(
          TIME + "/PeriodEndDate", "DATE_ORDER", "The period ends before it starts: mend one.");
    }
    var status = time.text("@status").map(String::strip).orElse("");
    if (status.equals("rejected")) {
      mistakes.add(
          TIME + "/@status",
          "STATUS_REJECTED",
          "A rejected time card states no hours: object to the lines of the statement.");
    }
    var lines = new StatedLines(person(), firstDay, lastDay, mistakes);
    intervals(lines, status.equals("corrected"));
    requireDataInAdditionalData();
    if (mistakes.total() > 0) {
      throw new Failure.Invalid(mistakes.kept(), mistakes.total());
    }
    return new Stated(
        new StatementDraft(
            reference(message.in("Id")),
            assignment(),
            firstDay,
            lastDay,
            status.equals("corrected"),
            purchaseOrder(),
            lines.lines()),
        lines.warnings());
  }

  private void intervals(StatedLines lines, boolean corrects) {
    var intervals = time.list("TimeInterval");
    for (int i = 0; i < intervals.size(); i++) {
      var at = Place.PATH.item(TIME + "/TimeInterval", i);
      lines.add(line(intervals.get(i), at, i + 1, corrects));
    }
  }

  private SentLine line(Members interval, String at, int position, boolean corrects) {
    return new SentLine(
        at,
        id(interval, position),
        HourTypes.sent().apply(interval.required("@type")),
        new Text(at + "/StartDateTime", interval.required("StartDateTime")),
        interval.text("EndDateTime").map(end -> new Text(at + "/EndDateTime", end)),
        interval.text("Duration").map(total -> new Text(at + "/Duration", total)),
        interval.text("@dayAssignment").map(HrXmlReading::assigned).orElse(day -> day),
        interval
            .text("@actionCode")
            .map(HrXmlReading::action)
            .orElse(corrects ? Action.CHANGE : Action.ADD));
  }

  /** The standard does not require an id; a line without one is told by its place. */
  private Reference id(Members interval, int position) {
    return interval
        .members("Id")
        .map(HrXmlReading::reference)
        .filter(id -> !id.value().isEmpty())
        .orElseGet(() -> new Reference(reference(message.in("Id")).owner(), "#" + position));
  }

  private Reference person() {
    return reference(message.in("ReportedResource", "Person", "Id"));
  }

  private Optional<Reference> assignment() {
    return data("ReferenceInformation").stream()
        .flatMap(references -> references.list("AssignmentId").stream())
        .map(HrXmlReading::reference)
        .filter(id -> !id.value().isEmpty())
        .findFirst();
  }

  private Optional<String> purchaseOrder() {
    return data("CustomerReportingRequirements").stream()
        .flatMap(requirements -> requirements.text("PurchaseOrderNumber").stream())
        .map(String::strip)
        .filter(order -> !order.isEmpty())
        .findFirst();
  }

  private List<Members> data(String name) {
    return message.list("AdditionalData").stream()
        .flatMap(data -> data.in("StaffingAdditionalData").members(name).stream())
        .toList();
  }

  private void requireDataInAdditionalData() {
    requireData(message, "");
    requireData(time, TIME + "/");
    for (var name : LINES) {
      var lines = time.list(name);
      for (int i = 0; i < lines.size(); i++) {
        var at = Place.PATH.item(TIME + "/" + name, i) + "/";
        requireData(lines.get(i), at);
        var allowances = lines.get(i).list("Allowance");
        for (int j = 0; j < allowances.size(); j++) {
          requireData(allowances.get(j), Place.PATH.item(at + "Allowance", j) + "/");
        }
      }
    }
  }

  private void requireData(Members holder, String at) {
    var all = holder.list("AdditionalData");
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).in("StaffingAdditionalData").names().isEmpty()) {
        mistakes.add(
            Place.PATH.item(at + "AdditionalData", i) + "/StaffingAdditionalData",
            "ELEMENT_MISSING",
            "Expected CustomerReportingRequirements or ReferenceInformation in here.");
      }
    }
  }

  private LocalDate day(String name) {
    return StatedMoment.parse(time.required(name)).day();
  }

  private static UnaryOperator<LocalDate> assigned(String assigned) {
    return switch (assigned) {
      case "previous" -> day -> day.minusDays(1);
      case "current" -> day -> day;
      case "next" -> day -> day.plusDays(1);
      default -> day -> LocalDate.parse(assigned);
    };
  }

  private static Action action(String code) {
    return switch (code) {
      case "Add" -> Action.ADD;
      case "Change" -> Action.CHANGE;
      case "Void" -> Action.VOID;
      default -> Action.UNCHANGED;
    };
  }

  private static Reference reference(Members id) {
    var value =
        id.members("IdValue").or(() -> id.list("IdValue").stream().findFirst()).orElseThrow();
    return new Reference(
        id.text("@idOwner").map(String::strip).filter("StaffingCustomer"::equals).isPresent()
            ? Owner.RECEIVER
            : Owner.PROVIDER,
        value.required(FormElement.TEXT).strip());
  }
}
