package nl.banenschakel.platform.audit.review;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Paging;

/**
 * Which lines are asked for: those that are all of this.
 *
 * @param operation as in the contract
 * @param person whom the answer told of
 * @param from written then or later
 * @param until written before
 */
record Asked(
    Paging paging,
    Optional<String> operation,
    Optional<UUID> person,
    Optional<OffsetDateTime> from,
    Optional<OffsetDateTime> until) {

  static Asked of(Call call) {
    var parameters = call.parameters();
    var paging = Paging.of(parameters);
    var operation = parameters.query("operation", Asked::operation).optional();
    var person = parameters.query("person", UUID::fromString).optional();
    var from = parameters.query("from", Asked::moment).optional();
    var until = parameters.query("until", Asked::moment).optional();
    return parameters.build(
        () ->
            new Asked(paging.get(), operation.get(), person.get(), from.get(), until.get())
                .inOrder());
  }

  private Asked inOrder() {
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw new Failure.Invalid(
          List.of(
              new Violation(
                  "query until",
                  "DATE_ORDER",
                  "The end lies before the start: mend one of them.")));
    }
    return this;
  }

  private static String operation(String text) {
    if (!text.matches("[a-zA-Z]{1,64}")) {
      throw new Malformed("CODE_FORM", "An operation is written as in the contract: letters only.");
    }
    return text;
  }

  /** The database knows no year after 294276. */
  private static OffsetDateTime moment(String text) {
    var moment = OffsetDateTime.parse(text);
    if (moment.getYear() < 1900 || moment.getYear() > 9999) {
      throw new Malformed("DATE_YEAR", "Expected a year from 1900 to 9999.");
    }
    return moment;
  }
}
