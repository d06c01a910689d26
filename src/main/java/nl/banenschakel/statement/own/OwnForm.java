package nl.banenschakel.statement.own;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.sent.StatementDraft;

/** Reads a statement in our own JSON. It has no place for a BSN, and no text in it may hold one. */
final class OwnForm {
  private OwnForm() {}

  /** A body, or every mistake in it. */
  static Sent parse(Fields in) {
    var document = in.required("document", Fields.text(Reference.VALUE_MAX));
    var assignment = in.required("assignment", Fields.text(Reference.VALUE_MAX));
    var firstDay = in.required("firstDay", Days::parse);
    var lastDay = in.required("lastDay", Days::parse);
    var replaces = in.optional("replaces", UUID::fromString);
    var purchaseOrder = in.optional("purchaseOrder", Fields.text(Reference.VALUE_MAX));
    var labourShare = in.optionalNumber("labourShare", Purchase::labourShare);
    var deliveredOn = in.optional("deliveredOn", Days::parse);
    var invoices =
        in.has("invoices")
            ? in.list("invoices", 0, Purchase.INVOICES_MAX, OwnForm::invoice).optional()
            : Optional.<List<Purchase.Invoice>>empty();
    var lines = in.list("lines", 0, StatementDraft.LINES_MAX, OwnLine::parse);
    checkPeriod(in, firstDay.optional(), lastDay.optional());
    return in.build(
        () ->
            new Sent(
                new StatementDraft(
                    ours(document.get()),
                    Optional.of(ours(assignment.get())),
                    firstDay.get(),
                    lastDay.get(),
                    false,
                    purchaseOrder.optional(),
                    placed(lines.get())),
                replaces.optional(),
                new Purchase(
                    labourShare.optional(), deliveredOn.optional(), invoices.orElse(List.of())),
                Channel.JSON));
  }

  private static void checkPeriod(
      Fields in, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {
    if (firstDay.isEmpty() || lastDay.isEmpty()) {
      return;
    }
    StatementDraft.wrongPeriod(firstDay.get(), lastDay.get())
        .ifPresent(wrong -> in.refuse("lastDay", wrong.code(), wrong.expected()));
  }

  private static List<LineDraft> placed(List<OwnLine> lines) {
    var placed = new ArrayList<LineDraft>(lines.size());
    for (var line : lines) {
      placed.add(line.at(placed.size()));
    }
    return placed;
  }

  private static Purchase.Invoice invoice(Fields in) {
    var number = in.required("number", Fields.text(Reference.VALUE_MAX));
    var invoicedOn = in.optional("invoicedOn", Days::parse);
    var paidOn = in.optional("paidOn", Days::parse);
    return in.build(
        () -> new Purchase.Invoice(number.get(), invoicedOn.optional(), paidOn.optional()));
  }

  private static Reference ours(String value) {
    return new Reference(Reference.Owner.PROVIDER, value);
  }
}
