package nl.banenschakel.statement.assignment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.statement.sent.Reference;

/**
 * An assignment to record.
 *
 * @param reference the provider's own; nobody else reads it
 * @param person the provider's own name for who works in it; nobody else reads it
 * @param purchaseOrder the receiver's own number
 * @param lastDay inclusive
 */
record AssignmentDraft(
    UUID relation,
    String reference,
    Optional<String> person,
    Optional<String> purchaseOrder,
    LocalDate firstDay,
    Optional<LocalDate> lastDay) {

  /** Reads a body, or fails with every mistake. */
  static AssignmentDraft parse(Fields in) {
    var relation = in.required("relation", UUID::fromString);
    var reference = in.required("reference", Fields.text(Reference.VALUE_MAX));
    var person = in.optional("person", Fields.text(Reference.VALUE_MAX));
    var purchaseOrder = in.optional("purchaseOrder", Fields.text(Reference.VALUE_MAX));
    var firstDay = in.required("firstDay", Days::parse);
    var lastDay = in.optional("lastDay", Days::parse);
    if (firstDay.optional().isPresent()
        && lastDay.optional().filter(firstDay.optional().get()::isAfter).isPresent()) {
      in.refuse("lastDay", "DATE_ORDER", "The last day lies before the first one.");
    }
    return in.build(
        () ->
            new AssignmentDraft(
                relation.get(),
                reference.get(),
                person.optional(),
                purchaseOrder.optional(),
                firstDay.get(),
                lastDay.optional()));
  }

  /** Whether an assignment is what this says. */
  boolean describes(Assignment assignment) {
    return assignment.relation().equals(relation)
        && assignment.source().equals(Optional.of(new Assignment.Source(reference, person)))
        && assignment.purchaseOrder().equals(purchaseOrder)
        && assignment.firstDay().equals(firstDay)
        && assignment.lastDay().equals(lastDay);
  }
}
