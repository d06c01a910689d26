package nl.banenschakel.statement.standing;

import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.StatementDraft;

/**
 * Of what a statement stands.
 *
 * @param name the same for all statements of which one stands at a time
 * @param order the name under which one may stand that came before its assignment was recorded
 */
record Subject(String name, Optional<String> order) {
  static Subject of(UUID statement, StatementDraft draft, Optional<Assignment> assignment) {
    var known =
        assignment
            .flatMap(Assignment::source)
            .map(own -> new Reference(Reference.Owner.PROVIDER, own.reference()));
    var order =
        known
            .flatMap(own -> assignment.flatMap(Assignment::purchaseOrder))
            .map(number -> new Reference(Reference.Owner.RECEIVER, number));
    return new Subject(
        known.or(draft::assignment).map(Subject::name).orElseGet(() -> "STATEMENT " + statement),
        order.map(Reference::value));
  }

  private static String name(Reference reference) {
    return reference.owner() + " " + reference.value();
  }
}
